import { isProduction } from '@thanos-fleet/catalog'
import {
  type ClusterSpec,
  type ProductionMode,
  type MigrationStage,
  migrationStageOf,
  migrationStages,
} from '@thanos-fleet/cluster-spec'

/** One step of a move: what is deployed before and after it. */
export interface Step {
  /** The mode at the end of the way. */
  goal: ProductionMode
  from: MigrationStage
  /** Equal to `from` in the last step, which changes the mode and removes the section `migration`. */
  to: MigrationStage
}

/** Whether a step is the last: nothing is deployed or removed by it, it only writes down that the cluster has arrived. */
export function finishes({ from, to }: Step): boolean {
  return from === to
}

/**
 * The next step of a cluster.
 * @param goal where to go; by default where it is going already. The other direction turns round, from wherever it is
 * @returns null where the cluster is at the goal already, does not move, or has a mode without a way
 */
export function nextStep(spec: Pick<ClusterSpec, 'mode' | 'migration'>, goal = spec.migration?.to): Step | null {
  if (goal === undefined || !isProduction(spec.mode)) return null
  if (spec.migration === null && spec.mode === goal) return null
  const from = migrationStageOf(spec)
  const here = migrationStages.indexOf(from)
  const end = goal === 'receive-mode' ? migrationStages.length - 1 : 0
  return { goal, from, to: migrationStages[here + Math.sign(end - here)] ?? from }
}

/** All steps that are left to a goal, the next one first. */
export function stepsTo(spec: Pick<ClusterSpec, 'mode' | 'migration'>, goal: ProductionMode): Step[] {
  const step = nextStep(spec, goal)
  if (step === null) return []
  return finishes(step) ? [step] : [step, ...stepsTo({ mode: spec.mode, migration: { to: goal, step: step.to } }, goal)]
}
