import { isReady, nameOf } from '../cluster/kube.ts'
import { testNamespace } from '../servers/objects.ts'
import type { World } from '../world.ts'
import { nodeOf } from './pods.ts'

/** Lets no new pod onto these nodes while `work` runs. */
export async function cordoned<Value>(
  world: World,
  nodes: readonly string[],
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    for (const node of nodes) await world.kubectl.ok(['cordon', node])
    return await work()
  } finally {
    for (const node of nodes) await world.kubectl.ok(['uncordon', node])
  }
}

/**
 * Nodes that a fault may take: neither the API server nor the test's S3 server is on them, which cannot move, nor the
 * cluster's DNS.
 */
export async function expendableNodes(world: World): Promise<string[]> {
  const { core, discovery } = world.kube
  const [nodes, slices, s3, dns] = await Promise.all([
    core.listNode(),
    discovery.listNamespacedEndpointSlice({
      namespace: 'default',
      labelSelector: 'kubernetes.io/service-name=kubernetes',
    }),
    world.kube.pods(testNamespace, { 'app.kubernetes.io/name': 's3' }),
    world.kube.pods('kube-system', { 'k8s-app': 'kube-dns' }),
  ])
  const apiServers = new Set(
    slices.items.flatMap(({ endpoints = [] }) => endpoints.flatMap(({ addresses }) => addresses)),
  )
  const needed = new Set([...s3, ...dns].map(nodeOf))
  return nodes.items
    .filter(
      (node) =>
        !needed.has(nameOf(node)) && !(node.status?.addresses ?? []).some(({ address }) => apiServers.has(address)),
    )
    .map(nameOf)
}

/** Moves the test's own servers to other nodes, so that what they know survives. Before any traffic, and while the node is cordoned. */
export async function moveServers(world: World, node: string): Promise<void> {
  const here = (await world.kube.pods(testNamespace)).filter(
    (pod) => nodeOf(pod) === node && pod.metadata?.ownerReferences?.[0]?.kind === 'ReplicaSet',
  )
  for (const pod of here) await world.kube.core.deleteNamespacedPod({ name: nameOf(pod), namespace: testNamespace })
  const gone = new Set(here.map(({ metadata }) => metadata?.uid))
  await world.until("the test's servers have moved", { seconds: 60 }, async () => {
    const pods = await world.kube.pods(testNamespace)
    const left = pods.filter((pod) => gone.has(pod.metadata?.uid) || !isReady(pod)).map(nameOf)
    return left.length === 0 ? { done: undefined } : { missing: left.join(', ') }
  })
}
