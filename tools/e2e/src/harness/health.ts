import { namespaceNames } from '@thanos-fleet/catalog'
import { isReady, nameOf } from '../cluster/kube.ts'
import type { V1Pod } from '@kubernetes/client-node'
import { storesOf } from '../checks/fresh-series/stores.ts'
import type { World } from '../world.ts'

/** What a healthy system has, taken before anything is broken. */
export interface Health {
  /** Pods by namespace and workload. */
  pods: ReadonlyMap<string, number>
  /** Servers that Query reads from. */
  stores: number
}

export async function healthOf(world: World): Promise<Health> {
  return { pods: countBy((await stackPods(world)).filter(isReady)), stores: await storeCount(world) }
}

/** Waits until there is as much as before: pods Ready, and known to Query. @throws CheckFailure with what is missing */
export async function healed(world: World, before: Health, seconds = 180): Promise<void> {
  await world.until('all pods are Ready again, and Query reads from all servers', { seconds, every: 0.5 }, async () => {
    const ready = countBy((await stackPods(world)).filter(isReady))
    const missing = [...before.pods]
      .filter(([name, count]) => (ready.get(name) ?? 0) < count)
      .map(([name, count]) => `${name} ${ready.get(name) ?? 0}/${count}`)
    if (missing.length > 0) return { missing: missing.join(', ') }
    const stores = await storeCount(world)
    return stores >= before.stores ? { done: undefined } : { missing: `Query reads from ${stores} of ${before.stores}` }
  })
}

/** All pods of the stack, on its way out or not. */
export async function stackPods({ kube, namespace }: World): Promise<V1Pod[]> {
  return (await Promise.all(namespaceNames(namespace).map((name) => kube.pods(name)))).flat()
}

export function componentOf({ metadata }: V1Pod): string {
  return metadata?.labels?.['app.kubernetes.io/name'] ?? ''
}

/** The workload of a pod, such as one of the rings of ingestors. */
function workloadOf(pod: V1Pod): string {
  const owner = pod.metadata?.ownerReferences?.[0]
  return owner === undefined ? nameOf(pod) : `${componentOf(pod)}/${owner.kind === 'ReplicaSet' ? '' : owner.name}`
}

function countBy(pods: readonly V1Pod[]): Map<string, number> {
  return new Map([...Map.groupBy(pods, workloadOf)].map(([name, own]) => [name, own.length]))
}

async function storeCount(world: World): Promise<number> {
  return Object.values(await storesOf(world)).flat().length
}
