import type { Finding } from '../finding.ts'
import { dataPathsOf } from '../data-paths.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'
import { hashringOf, isPattern, matchesPattern } from './tenant-pattern.ts'

export const hashringNames: Check = ({ receive: { hashrings } }) => [
  ...duplicates(
    hashrings.map(({ name }) => name),
    ['receive', 'hashrings'],
    'name',
    'hashring',
  ),
  ...hashrings.flatMap(({ zones }, index) => duplicates(zones, ['receive', 'hashrings', index, 'zones'], '', 'zone')),
]

/** The ring without tenants takes all, so rings after it would never get a request. */
export const defaultHashringLast: Check = ({ receive: { hashrings } }) =>
  hashrings.flatMap(({ name, tenants }, index): Finding[] => {
    if (tenants.length > 0 || index === hashrings.length - 1) return []
    return [
      {
        code: 'default-hashring-not-last',
        path: ['receive', 'hashrings', index, 'name'],
        message: `hashring "${name}" without tenants accepts all tenants, so later hashrings receive nothing`,
        remedy: 'add tenants, or move it to the end',
      },
    ]
  })

/** A tenant that an earlier ring takes never reaches the later one. */
export const tenantsOnce: Check = ({ receive: { hashrings } }) => {
  const all = hashrings.flatMap(({ name, tenants }, index) =>
    tenants.map((tenant, at) => ({ ring: name, tenant, path: ['receive', 'hashrings', index, 'tenants', at] })),
  )
  const patterns = all.filter(({ tenant }) => isPattern(tenant))
  // Each tenant is compared with each pattern before it.
  if (patterns.length > mostPatterns) return [tooManyPatterns(patterns.length)]
  const [exact, before] = [new Map<string, (typeof all)[number]>(), new Array<(typeof all)[number]>()]
  return all.flatMap((one): Finding[] => {
    const { tenant, path } = one
    const earlier = exact.get(tenant) ?? before.find((other) => matchesPattern(tenant, other.tenant))
    if (!exact.has(tenant)) exact.set(tenant, one)
    if (isPattern(tenant)) before.push(one)
    if (earlier === undefined) return []
    return [
      {
        code: 'tenant-matched-twice',
        path,
        also: [earlier.path],
        message:
          `tenant "${tenant}" is already accepted by hashring "${earlier.ring}"` +
          (earlier.tenant === tenant ? '' : ` ("${earlier.tenant}")`),
        remedy: 'list each tenant once; put exact names before patterns',
      },
    ]
  })
}

const mostPatterns = 1000

function tooManyPatterns(found: number): Finding {
  return {
    code: 'out-of-bounds',
    path: ['receive', 'hashrings'],
    message: `receive.hashrings: expected at most ${mostPatterns} patterns of tenants, found ${found}`,
    remedy: 'write fewer patterns; a hashring without tenants takes all the rest',
  }
}

/** What the cluster's own Prometheus writes must be taken by some ring. */
export const ownTenant: Check = (spec) => {
  const { hashrings, tenant } = spec.receive
  if (isPattern(tenant)) {
    return [
      {
        code: 'bad-name',
        path: ['receive', 'tenant'],
        message: `receive.tenant: "${tenant}" is a pattern, but Prometheus writes as a single tenant`,
        remedy: 'use a name without "*" and "?"',
      },
    ]
  }
  if (!dataPathsOf(spec).receivers || hashringOf(tenant, hashrings) !== undefined) return []
  return [
    {
      code: 'tenant-without-hashring',
      path: ['receive', 'tenant'],
      also: [['receive', 'hashrings']],
      message: `no hashring accepts tenant "${tenant}", as which Prometheus writes: all writes would be rejected`,
      remedy: 'add a hashring without tenants at the end, or add this tenant to one',
    },
  ]
}
