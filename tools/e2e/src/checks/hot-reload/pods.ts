import { nameOf, restartsOf } from '../../cluster/kube.ts'
import type { World } from '../../world.ts'

/** A pod as it started: another identity is another pod, more restarts are other processes. */
export interface Started {
  name: string
  uid: string
  restarts: number
}

export async function startedPods(world: World): Promise<Started[]> {
  return (await world.kube.pods(world.namespace)).map((pod) => ({
    name: nameOf(pod),
    uid: pod.metadata?.uid ?? '',
    restarts: restartsOf(pod),
  }))
}

/** Names of pods that are gone or were restarted since. */
export function restarted(before: readonly Started[], after: readonly Started[]): string[] {
  return before
    .filter(
      ({ name, uid, restarts }) =>
        !after.some((pod) => pod.name === name && pod.uid === uid && pod.restarts === restarts),
    )
    .map(({ name }) => name)
}
