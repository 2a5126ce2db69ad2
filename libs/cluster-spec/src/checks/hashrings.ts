import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { dataPathsOf } from '../data-paths.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'

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

const isGlob = (tenant: string): boolean => /[*?]/.test(tenant)
const matches = (tenant: string, pattern: string): boolean =>
  tenant === pattern || (isGlob(pattern) && posix.matchesGlob(tenant, pattern))

/** A tenant that an earlier ring takes never reaches the later one. */
export const tenantsOnce: Check = ({ receive: { hashrings } }) => {
  const all = hashrings.flatMap(({ name, tenants }, index) =>
    tenants.map((tenant, at) => ({ ring: name, tenant, path: ['receive', 'hashrings', index, 'tenants', at] })),
  )
  return all.flatMap(({ tenant, path }, index): Finding[] => {
    const earlier = all.slice(0, index).find((other) => matches(tenant, other.tenant))
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

/** What the cluster's own Prometheus writes must be taken by some ring. */
export const ownTenant: Check = ({ mode, migration, receive: { hashrings, tenant } }) => {
  if (isGlob(tenant)) {
    return [
      {
        code: 'bad-name',
        path: ['receive', 'tenant'],
        message: `receive.tenant: "${tenant}" is a pattern, but Prometheus writes as a single tenant`,
        remedy: 'use a name without "*" and "?"',
      },
    ]
  }
  const taken = hashrings.some(
    ({ tenants }) => tenants.length === 0 || tenants.some((pattern) => matches(tenant, pattern)),
  )
  if (!dataPathsOf({ mode, migration }).receivers || taken) return []
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
