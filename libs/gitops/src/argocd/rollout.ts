import { ringLabel } from './names.ts'

/** A step, whose fields the type of the ApplicationSet leaves optional. */
export interface RollingStep {
  matchExpressions: { key: string; operator: 'In' | 'NotIn'; values: string[] }[]
  /** How many applications of the step are updated at once; all, if it is not given. */
  maxUpdate?: number | `${number}%`
}

/** Rings that have a place of their own; all others are between them, in alphabetical order. */
const first = 'development'
const last = 'production'

/** The rings of a fleet in the order in which they receive a change. */
export function inRolloutOrder(rings: readonly string[]): string[] {
  const place = (ring: string) => (ring === first ? 0 : ring === last ? 2 : 1)
  return [...new Set(rings)].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/**
 * One ring after the other: a step starts when all Applications of the one before are healthy. From the second ring on
 * a quarter of the clusters is updated at once.
 */
export function rollingSync(rings: readonly string[]): { type: 'RollingSync'; rollingSync: { steps: RollingStep[] } } {
  const ordered = inRolloutOrder(rings)
  const steps: RollingStep[] = ordered.map((ring, index) => ({
    matchExpressions: [{ key: ringLabel, operator: 'In', values: [ring] }],
    ...(index === 0 ? {} : { maxUpdate: '25%' as const }),
  }))
  // An Application that no step selects is never synced: a ring that is newer than this object comes last.
  const unknown: RollingStep = {
    matchExpressions: [{ key: ringLabel, operator: 'NotIn', values: ordered }],
    maxUpdate: 1,
  }
  return { type: 'RollingSync', rollingSync: { steps: [...steps, unknown] } }
}
