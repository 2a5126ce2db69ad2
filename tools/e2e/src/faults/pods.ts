import type { V1Pod } from '@kubernetes/client-node'
import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'

/** Kills a pod without notice: it has no time to end well, and nobody is told to wait for it. */
export async function kill(world: World, pod: V1Pod): Promise<void> {
  await world.kube.core.deleteNamespacedPod({ name: nameOf(pod), namespace: pod.metadata?.namespace ?? world.namespace, gracePeriodSeconds: 0 })
}

/** Waits until this very pod is no more; another of its name may be there. */
export async function gone(world: World, pod: V1Pod, seconds = 60): Promise<void> {
  const { namespace = world.namespace, uid } = pod.metadata ?? {}
  await world.until(`${nameOf(pod)} is gone`, { seconds, every: 0.5 }, async () => {
    const same = (await world.kube.pods(namespace)).some(({ metadata }) => metadata?.uid === uid)
    return same ? { missing: 'it is still there' } : { done: undefined }
  })
}

/** The node that a pod is on; '' where it is on none. */
export function nodeOf({ spec }: V1Pod): string {
  return spec?.nodeName ?? ''
}
