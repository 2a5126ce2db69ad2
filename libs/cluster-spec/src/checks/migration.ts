import { isProduction } from '@thanos-fleet/catalog'
import type { Finding } from '../finding.ts'
import { migrationStages } from '../migration-state.ts'
import { deduplicatesTenants } from '../data-paths.ts'
import type { Check } from './check.ts'

/** Only the two production modes have a way between them. */
export const migrationOfProduction: Check = ({ mode, migration }) => {
  if (migration === null || isProduction(mode)) return []
  return [
    {
      code: 'migration-not-supported',
      path: ['migration'],
      at: 'key',
      also: [['mode']],
      message: `mode ${mode} cannot be migrated to ${migration.to}: its bucket is local to one node`,
      remedy: 'remove migration, and create a new cluster in the other mode',
    },
  ]
}

/** The state in which a way begins is no step of it. */
export const migrationStep: Check = ({ migration }) => {
  if (migration === null) return []
  const way = migration.to === 'receive-mode' ? migrationStages : migrationStages.toReversed()
  const [start, ...steps] = way
  if (migration.step !== start) return []
  return [
    {
      code: 'migration-not-begun',
      path: ['migration', 'step'],
      also: [['migration', 'to']],
      message: `"${migration.step}" is the starting point of the migration to ${migration.to}, not a step`,
      remedy: `write one of ${steps.join(', ')}; a migration starts with "${steps[0]}"`,
    },
  ]
}

/** Series of different tenants that are equal otherwise would be taken for copies, and all but one be hidden. */
export const tenantsTakenForOne: Check = (spec): Finding[] => {
  const { hashrings, limits, tenant } = spec.receive
  if (!deduplicatesTenants(spec)) return []
  const named = [...hashrings.flatMap(({ tenants }) => tenants), ...Object.keys(limits.tenants)]
  const other = named.find((name) => name !== tenant)
  if (other === undefined) return []
  const moving = spec.migration !== null
  return [
    {
      code: 'tenants-would-be-merged',
      path: moving ? ['migration'] : ['query', 'deduplicateTenants'],
      at: 'key',
      also: [
        ['receive', 'hashrings'],
        ['receive', 'limits'],
        ['receive', 'tenant'],
      ],
      message:
        `${moving ? 'a migration' : 'query.deduplicateTenants'} merges series that differ only in their tenant, but there` +
        ` is a tenant "${other}" in addition to "${tenant}"`,
      remedy: moving
        ? 'migrate while only Prometheus of this cluster writes to Receive, and add other tenants afterwards'
        : 'add other tenants only after the blocks from the migration are gone and this setting is removed',
    },
  ]
}
