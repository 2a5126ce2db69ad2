import type { V1Node, V1Pod } from '@kubernetes/client-node'
import { isReady, type Kube, nameOf } from '../cluster/kube.ts'
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

/** Names of all nodes. */
export async function allNodes({ kube }: World): Promise<string[]> {
  return (await kube.core.listNode()).items.map(nameOf)
}

/** Nodes with an API server. Empty where it is on none of them, as with managed clusters. */
export async function controlPlaneNodes({ kube }: World): Promise<string[]> {
  const [nodes, apiServers] = await Promise.all([kube.core.listNode(), apiServerAddresses(kube)])
  return nodes.items.filter((node) => hasAddress(node, apiServers)).map(nameOf)
}

async function apiServerAddresses({ discovery }: Kube): Promise<Set<string>> {
  const { items } = await discovery.listNamespacedEndpointSlice({
    namespace: 'default',
    labelSelector: 'kubernetes.io/service-name=kubernetes',
  })
  return new Set(items.flatMap(({ endpoints = [] }) => endpoints.flatMap(({ addresses }) => addresses)))
}

function hasAddress({ status }: V1Node, wanted: ReadonlySet<string>): boolean {
  return (status?.addresses ?? []).some(({ address }) => wanted.has(address))
}

/**
 * Nodes that a fault may take: neither the API server nor the test's S3 server is on them, which cannot move, nor the
 * cluster's DNS.
 */
export async function expendableNodes(world: World): Promise<string[]> {
  const [nodes, apiServers, s3, dns] = await Promise.all([
    world.kube.core.listNode(),
    apiServerAddresses(world.kube),
    world.kube.pods(testNamespace, { 'app.kubernetes.io/name': 's3' }),
    dnsPods(world),
  ])
  const needed = new Set([...s3, ...dns].map(nodeOf))
  return nodes.items.filter((node) => !needed.has(nameOf(node)) && !hasAddress(node, apiServers)).map(nameOf)
}

/** Pods of the cluster's DNS, by the label that every distribution gives them. */
export function dnsPods({ kube }: World): Promise<V1Pod[]> {
  return kube.pods('kube-system', { 'k8s-app': 'kube-dns' })
}

/**
 * Moves the test's own servers to other nodes, so that what they know survives; all but the S3 server, whose volume is
 * where it is. Before any traffic, and while the node is cordoned.
 */
export async function moveServers(world: World, node: string): Promise<void> {
  const here = (await world.kube.pods(testNamespace)).filter((pod) => nodeOf(pod) === node && canMove(pod))
  for (const pod of here) await world.kube.core.deleteNamespacedPod({ name: nameOf(pod), namespace: testNamespace })
  const gone = new Set(here.map(({ metadata }) => metadata?.uid))
  await world.until("the test's servers have moved", { seconds: 60 }, async () => {
    const pods = await world.kube.pods(testNamespace)
    const left = pods.filter((pod) => gone.has(pod.metadata?.uid) || !isReady(pod)).map(nameOf)
    return left.length === 0 ? { done: undefined } : { missing: left.join(', ') }
  })
}

/** Whether another node can have the pod: it is of a Deployment, and has no volume. */
export function canMove({ metadata, spec }: V1Pod): boolean {
  return (
    metadata?.ownerReferences?.[0]?.kind === 'ReplicaSet' &&
    !(spec?.volumes ?? []).some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined)
  )
}
