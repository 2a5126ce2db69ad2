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
