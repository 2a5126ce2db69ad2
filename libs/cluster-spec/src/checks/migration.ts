import { isProduction } from '@thanos-fleet/catalog'
import type { Finding } from '../finding.ts'
import { waypoints } from '../migration-state.ts'
import { deduplicatesTenants } from '../ways.ts'
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
      message: `mode ${mode} has no way to ${migration.to}: its bucket is a folder of one node`,
      remedy: 'remove migration, and make a new cluster in the other mode',
    },
  ]
}

/** The state in which a way begins is no step of it. */
export const migrationStep: Check = ({ migration }) => {
  if (migration === null) return []
  const way = migration.to === 'receive-mode' ? waypoints : waypoints.toReversed()
  const [start, ...steps] = way
  if (migration.step !== start) return []
  return [
    {
      code: 'migration-not-begun',
      path: ['migration', 'step'],
      also: [['migration', 'to']],
      message: `"${migration.step}" is where the way to ${migration.to} begins, not a step of it`,
      remedy: `write one of ${steps.join(', ')}; a new move begins with "${steps[0]}"`,
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
      code: 'several-tenants-taken-for-one',
      path: moving ? ['migration'] : ['query', 'deduplicateTenants'],
      at: 'key',
      also: [
        ['receive', 'hashrings'],
        ['receive', 'limits'],
        ['receive', 'tenant'],
      ],
      message:
        `${moving ? 'while a cluster moves' : 'with query.deduplicateTenants'}, series that differ only in their` +
        ` tenant are taken for one, but there is a tenant "${other}" beside "${tenant}"`,
      remedy: moving
        ? 'move while only Prometheus of this cluster writes to Receive, and let other tenants begin afterwards'
        : 'let other tenants begin when the blocks of the move are gone, and this setting with them',
    },
  ]
}
