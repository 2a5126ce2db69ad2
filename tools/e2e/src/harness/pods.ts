import type { V1Pod } from '@kubernetes/client-node'
import { isReady, nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Traffic } from './traffic.ts'

/**
 * Kills a pod with a second's notice, the least that kubelets give. A deletion by force (0) would be none: the object is
 * removed at once, and the kubelet, which finds no grace period in it, lets the containers take the one of the pod's
 * specification. Source: kubernetes, pkg/kubelet/pod_workers.go, calculateEffectiveGracePeriod
 */
export async function kill(world: World, pod: V1Pod): Promise<void> {
  await world.kube.core.deleteNamespacedPod({
    name: nameOf(pod),
    namespace: pod.metadata?.namespace ?? world.namespace,
    gracePeriodSeconds: 1,
  })
}

/** Waits until this very pod is no more; another of its name may be there. */
export async function gone(world: World, pod: V1Pod, seconds = 60): Promise<void> {
  const { namespace = world.namespace, uid } = pod.metadata ?? {}
  await world.until(`${nameOf(pod)} is gone`, { seconds, every: 0.5 }, async () => {
    const same = (await world.kube.pods(namespace)).some(({ metadata }) => metadata?.uid === uid)
    return same ? { missing: 'it is still there' } : { done: undefined }
  })
}

/** Kills pods one after the other, each when the one before is no more. */
export async function killInTurn(world: World, traffic: Pick<Traffic, 'note'>, pods: readonly V1Pod[]): Promise<void> {
  for (const pod of pods) {
    await kill(world, pod)
    traffic.note(`${nameOf(pod)} is killed`)
    await gone(world, pod)
  }
}

/** Waits until the pod of this name is Ready, this one or its successor. @param seconds patience */
export async function podReady(world: World, pod: V1Pod, seconds: number): Promise<void> {
  await world.until(`${nameOf(pod)} is Ready`, { seconds, every: 0.5 }, async () => {
    const now = (await world.kube.pods(pod.metadata?.namespace ?? world.namespace)).find(
      (one) => nameOf(one) === nameOf(pod),
    )
    return now !== undefined && isReady(now) ? { done: undefined } : { missing: now?.status?.phase ?? 'no pod' }
  })
}

/** The node that a pod is on; '' where it is on none. */
export function nodeOf({ spec }: V1Pod): string {
  return spec?.nodeName ?? ''
}
