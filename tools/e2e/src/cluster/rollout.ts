import { type Rollout, rolloutsOf } from '@thanos-fleet/kube-client'
import type { Kube } from './kube.ts'

/**
 * Workloads of a namespace that do not yet run what was applied last with all replicas Ready, each with how far it is.
 * @param expected names of those that there have to be: an empty namespace is not a stack that is Ready
 */
export async function rolledOut(kube: Kube, namespace: string, expected: readonly string[]): Promise<string[]> {
  return notRolledOut(await rolloutsOf(kube.apps, namespace), expected)
}

/** As {@link rolledOut}, of what the API server has answered. */
export function notRolledOut(rollouts: readonly Rollout[], expected: readonly string[]): string[] {
  const there = new Set(rollouts.map(({ name }) => name))
  const absent = expected.filter((name) => !there.has(name)).map((name) => `${name} is not there`)
  return [...absent, ...unfinished(rollouts)]
}

function unfinished(rollouts: readonly Rollout[]): string[] {
  return rollouts
    .filter(
      ({ observed, replicas, ready, updated, all }) =>
        !(observed && ready >= replicas && updated >= replicas && all === replicas),
    )
    .map(
      ({ name, replicas, ready, updated }) =>
        `${name} ${ready}/${replicas}${updated < replicas ? `, updated ${updated}` : ''}`,
    )
}
