import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { Measured } from '../measured.ts'

/** Something that must be so before the next step, and whether it is. */
export interface Condition {
  /** A stable name, for programs. */
  name: string
  fulfilled: boolean
  /** What was found; where it is not fulfilled, all that is wrong. */
  sentence: string
  /** What is wrong, one by one; empty where it is fulfilled. */
  problems: readonly string[]
}

/** Judges one condition by what was measured on the cluster of a specification. */
export type Check = (spec: ClusterSpec, measured: Measured) => Condition

/**
 * A condition that holds where nothing speaks against it.
 * @param problems what speaks against it, each without a full stop
 * @param good what to say where there is nothing
 */
export function unless(name: string, problems: readonly string[], good: string): Condition {
  return {
    name,
    fulfilled: problems.length === 0,
    sentence: `${problems.length === 0 ? good : problems.join('; ')}.`,
    problems,
  }
}

/** A point in time as people and programs read it. */
export function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
