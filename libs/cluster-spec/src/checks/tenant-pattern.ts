import type { Hashring } from '../spec.ts'

/** Whether a tenant of a hashring stands for several. */
export function isPattern(tenant: string): boolean {
  return /[*?]/.test(tenant)
}

/**
 * Whether Receive sends a tenant to a hashring that names this tenant or pattern: Go's filepath.Match with `*` and `?`.
 * Of several `*` only the last is tried again, so that no pattern takes longer than its length times that of the name.
 */
export function matchesPattern(tenant: string, pattern: string): boolean {
  let [at, wanted] = [0, 0]
  let retry: { at: number; wanted: number } | undefined
  while (at < tenant.length) {
    const sign = pattern[wanted]
    if (sign === '*') {
      retry = { at, wanted: wanted + 1 }
      wanted += 1
    } else if (sign === '?' || (sign !== undefined && sign === tenant[at])) {
      at += 1
      wanted += 1
    } else if (retry !== undefined) {
      retry.at += 1
      ;({ at, wanted } = retry)
    } else return false
  }
  return /^\**$/.test(pattern.slice(wanted))
}

/** The hashring to which Receive sends a tenant: the first that names it or names nobody; undefined: it refuses the tenant. */
export function hashringOf<Ring extends Pick<Hashring, 'tenants'>>(
  tenant: string,
  hashrings: readonly Ring[],
): Ring | undefined {
  return hashrings.find(
    ({ tenants }) => tenants.length === 0 || tenants.some((pattern) => matchesPattern(tenant, pattern)),
  )
}
