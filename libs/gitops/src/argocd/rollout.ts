import type { Ring } from '@thanos-fleet/cluster-spec'
import { ringLabel } from './names.ts'

/** A step, whose fields the type of the ApplicationSet leaves optional. */
export interface RollingStep {
  matchExpressions: { key: string; operator: 'In' | 'NotIn'; values: string[] }[]
  /** How many applications of the step are updated at once; all, if it is not given. */
  maxUpdate?: number | `${number}%`
}

/** Rings that have a place of their own where the fleet lists none; all others are between, in alphabetical order. */
const first = 'development'
const last = 'production'

/** The rings of a fleet in the order in which they receive a change. */
export function inRolloutOrder(rings: readonly string[]): string[] {
  const place = (ring: string) => (ring === first ? 0 : ring === last ? 2 : 1)
  return [...new Set(rings)].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/**
 * One ring after the other: a step starts when all Applications of the one before are healthy. Unless the fleet says
 * how many clusters of a ring are updated at once, it is all of the first and a quarter of each further one.
 *
 * @param rings of the clusters
 * @param listed the rings of fleet.yaml, in their order; null: it lists none
 */
export function rollingSync(
  rings: readonly string[],
  listed: readonly Ring[] | null,
): { type: 'RollingSync'; rollingSync: { steps: RollingStep[] } } {
  const ordered: Pick<Ring, 'name' | 'maxUpdate'>[] =
    listed?.slice() ?? inRolloutOrder(rings).map((name) => ({ name, maxUpdate: null }))
  const steps = ordered.map(({ name, maxUpdate }, index): RollingStep => {
    const most = maxUpdate ?? (index === 0 ? undefined : '25%')
    return {
      matchExpressions: [{ key: ringLabel, operator: 'In', values: [name] }],
      ...(most === undefined ? {} : { maxUpdate: most }),
    }
  })
  // An Application that no step selects is never synced: a ring that is newer than this object comes last.
  const unknown: RollingStep = {
    matchExpressions: [{ key: ringLabel, operator: 'NotIn', values: ordered.map(({ name }) => name) }],
    maxUpdate: 1,
  }
  return { type: 'RollingSync', rollingSync: { steps: [...steps, unknown] } }
}
