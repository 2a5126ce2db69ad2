import { kubeReader, measure } from '@thanos-fleet/live-cluster'
import type { ProductionMode } from '@thanos-fleet/cluster-spec'
import { checkStep, type Condition, nextStep } from '@thanos-fleet/migration'
import { CheckFailure } from '../failure.ts'
import type { World } from '../world.ts'

/** What is missing for the next step, as `gen:migrate` measures it; empty where the step may be taken. */
async function missing(world: World, goal: ProductionMode): Promise<Condition[]> {
  const { spec } = world
  const step = nextStep(spec, goal)
  if (step === null) throw new CheckFailure(`there is no next step to ${goal}`)
  const measured = await measure(kubeReader(world.kube.config, spec), spec)
  return checkStep(step, spec, measured).filter(({ fulfilled }) => !fulfilled)
}

/** Waits until the cluster is ready for the next step. @throws CheckFailure with the conditions that do not hold */
export async function ready(world: World, goal: ProductionMode, seconds: number): Promise<void> {
  await world.until(`the cluster is ready for the next step to ${goal}`, { seconds, every: 5 }, async () => {
    const open = await missing(world, goal)
    return open.length === 0
      ? { done: undefined }
      : { missing: open.map(({ name, sentence }) => `${name}: ${sentence}`).join(' ') }
  })
}

/**
 * Asks for the next step at once, when the one before was only just applied.
 * @returns the first condition that refuses it; null where the cluster is already there
 */
export async function refusal(world: World, goal: ProductionMode): Promise<string | null> {
  const [first] = await missing(world, goal)
  return first === undefined ? null : first.sentence
}
