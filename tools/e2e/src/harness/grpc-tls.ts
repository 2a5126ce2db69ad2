import type { V1Pod } from '@kubernetes/client-node'
import { componentNames } from '@thanos-fleet/connections'
import { X509Certificate } from 'node:crypto'
import { isReady, nameOf } from '../cluster/kube.ts'
import { definitionsFor } from '../images/definitions.ts'
import { authoritySecret, grpcSecretOf, grpcSecrets } from '../servers/grpc-secrets.ts'
import { apply } from '../servers/install.ts'
import { testNamespace } from '../servers/objects.ts'
import type { World } from '../world.ts'
import type { Generated } from '../workspace/workspace.ts'
import { grpcServersOf, presentedBy } from './encrypted.ts'
import { componentOf, stackPods } from './health.ts'
import { nudge } from './nudge.ts'
import { gone, kill } from './pods.ts'

/** What a pull request writes into `cluster.yaml`. */
export const encrypted = { grpcTls: { issuer: { name: 'internal-ca', kind: 'ClusterIssuer' } } }

/** Runs with encrypted gRPC, and takes that back where it was not so before: at once, which costs what is not measured. */
export async function withGrpcTls<Value>(world: World, run: () => Promise<Value>): Promise<Value> {
  if (world.spec.grpcTls !== null) return run()
  const before = world.workspace.text
  try {
    await prepared(world, encrypted)
    await world.change(encrypted)
    await replaceAll(world)
    return await run()
  } finally {
    await world.synchronise(world.workspace.set(before))
    await replaceAll(world)
  }
}

/** A Query and an ingestor: killed, their successors connect anew, as client and as server. */
export async function newcomers({ kube, namespace }: World): Promise<{ query: V1Pod; ingestor: V1Pod }> {
  const [query] = await kube.podsOf(namespace, 'thanos-query')
  const ingestor = (await kube.podsOf(namespace, 'thanos-receive-ingestor')).at(-1)
  if (query === undefined || ingestor === undefined) throw new Error('there is no Query, or no ingestor')
  return { query, ingestor }
}

/** Makes what cert-manager would have made: the definition of its Certificates, and the Secret of ours. */
export async function prepared(world: World, settings: Record<string, unknown>): Promise<void> {
  const { text } = world.workspace
  const next: Generated = world.workspace.change(settings)
  world.workspace.set(text)
  await apply(world.kubectl, await definitionsFor(next.spec))
  await apply(world.kubectl, await grpcSecrets(next.spec))
}

/** Replaces all pods at once: a rollout would keep the order that is wanted elsewhere. */
export async function replaceAll(world: World): Promise<void> {
  const { namespace, kubectl } = world
  // A StatefulSet that is being rolled out makes deleted pods as they were; a new one makes all of them anew.
  await kubectl.ok(['delete', 'statefulsets', '--all', '-n', namespace, '--cascade=orphan'])
  const pods = (await stackPods(world)).filter(({ metadata }) => metadata?.namespace === namespace)
  await Promise.all(pods.map((pod) => kill(world, pod).catch(() => undefined)))
  for (const pod of pods) await gone(world, pod, 180)
  await world.apply()
  await world.ready(600)
}

/**
 * Puts a new certificate of the same authority into the Secret, as cert-manager does, and waits until every server
 * presents it to new connections.
 * @param until when it ends, in Unix milliseconds
 */
export async function renewed(world: World, until: number): Promise<{ servers: number; seconds: number }> {
  const begun = Date.now()
  const secret = await world.kube.core.readNamespacedSecret({ name: authoritySecret, namespace: testNamespace })
  const data = (key: string) => Buffer.from(secret.data?.[key] ?? '', 'base64').toString()
  const next = await grpcSecretOf(world.spec, { certificate: data('ca.crt'), key: data('ca.key') }, until)
  await apply(world.kubectl, [next])
  const { serialNumber } = new X509Certificate(certificateIn(next))
  const servers = await world.until('every gRPC server presents the new certificate', { seconds: 180 }, async () => {
    const pods = (await stackPods(world)).filter(isReady)
    const there = new Set(pods.map(componentOf))
    await nudge(
      world,
      componentNames.filter((name) => there.has(name)),
    )
    const all = grpcServersOf(pods)
    const presented = await Promise.all(all.map((server) => presentedBy(world, server)))
    const missing = all.filter((_, index) => presented[index] !== serialNumber).map(({ pod }) => pod)
    return missing.length === 0 && all.length > 0 ? { done: all.length } : { missing: missing.join(', ') }
  })
  return { servers, seconds: (Date.now() - begun) / 1000 }
}

function certificateIn(secret: { stringData?: unknown; metadata: { name: string } }): string {
  const { stringData } = secret
  const text: unknown =
    typeof stringData === 'object' && stringData !== null && 'tls.crt' in stringData ? stringData['tls.crt'] : undefined
  if (typeof text !== 'string') throw new Error(`Secret ${nameOf(secret)} has no certificate`)
  return text
}
