import type { ComponentName } from '@thanos-fleet/connections'
import { isReady, nameOf } from '../../cluster/kube.ts'
import type { World } from '../../world.ts'

/**
 * Deletes pods, all of them at once, and waits until others of the same names are Ready.
 * @returns milliseconds that it took
 */
export async function restart(world: World, component: ComponentName, pods: readonly string[]): Promise<number> {
  const begun = Date.now()
  const before = new Map(
    (await world.kube.podsOf(world.namespace, component)).map((pod) => [nameOf(pod), pod.metadata?.uid]),
  )
  await Promise.all(pods.map((name) => world.kube.core.deleteNamespacedPod({ namespace: world.namespace, name })))
  return world.until(`${pods.join(' and ')} are back`, { seconds: 180 }, async () => {
    const now = await world.kube.podsOf(world.namespace, component)
    const back = new Set(now.filter((pod) => isReady(pod) && pod.metadata?.uid !== before.get(nameOf(pod))).map(nameOf))
    const missing = pods.filter((name) => !back.has(name))
    return missing.length === 0 ? { done: Date.now() - begun } : { missing: `not ${missing.join(', ')}` }
  })
}
