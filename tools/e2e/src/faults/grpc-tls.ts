import { quorumOf } from '@thanos-fleet/cluster-spec'
import type { ComponentName } from '@thanos-fleet/connections'
import { storesOf } from '../checks/fresh-series/stores.ts'
import { isReady } from '../cluster/kube.ts'
import { isEncrypted } from '../harness/encrypted.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { encrypted, prepared, replaceAll } from '../harness/grpc-tls.ts'
import { holdPatch, type Step } from '../harness/tls-steps.ts'
import type { Traffic } from '../harness/traffic.ts'

const patch = 'e2e-grpc-tls.yaml'
/** Seconds that a step may take: two ingestors, each of which has to be Ready for two minutes before the next. */
const patience = 600

export const fault: Fault = {
  name: 'grpc-tls',
  title: 'gRPC is switched to TLS, in the steps of docs/operations.md',
  modes: ['receive-mode'],
  promise: {
    continues: 'Scraping and queries: Query moves from servers in the clear to others that have the same samples.',
    pauses:
      'Writing, from the restart of the second ingestor to that of the routers: Prometheus keeps the samples and repeats them.',
    lostSamples: 0,
    failedQueries: 0,
  },
  where: withCertificate,
  async run(world, traffic) {
    const begun = Date.now()
    const { replicationFactor } = world.spec.receive
    const quorum = quorumOf(replicationFactor)
    await step(world, traffic, 'one replica of each server', quorum)
    await areEncrypted(world, 'thanos-receive-ingestor', 1)
    await areEncrypted(world, 'thanos-store', 1)
    await step(world, traffic, 'a quorum of ingestors', quorum)
    await areEncrypted(world, 'thanos-receive-ingestor', quorum)
    await step(world, traffic, 'clients', quorum)
    await areEncrypted(world, 'thanos-query', world.spec.query.replicas)
    await areEncrypted(world, 'thanos-receive-router', world.spec.receive.router.replicas)
    await world.until('Query reads from a quorum of ingestors', { seconds: 120 }, async () => {
      const { receive } = await storesOf(world)
      return receive.length >= quorum ? { done: undefined } : { missing: String(receive.length) }
    })
    world.workspace.patch(patch, null)
    await world.change(encrypted)
    traffic.note('the rest is restarted')
    await world.ready(patience)
    return [{ what: 'gRPC encrypted', value: `in four steps of ${((Date.now() - begun) / 1000).toFixed(0)} s in all` }]
  },
}

async function step(world: World, traffic: Traffic, name: Step, quorum: number): Promise<void> {
  world.workspace.patch(patch, null)
  const { state } = world.workspace.change(encrypted)
  world.workspace.patch(patch, holdPatch(state.objects, name, quorum))
  await world.change(encrypted)
  traffic.note(`${name} may restart`)
}

async function areEncrypted(world: World, component: ComponentName, count: number): Promise<void> {
  await world.until(`${count} of ${component} encrypt`, { seconds: patience }, async () => {
    const pods = (await world.kube.podsOf(world.namespace, component)).filter((pod) => isReady(pod) && isEncrypted(pod))
    return pods.length >= count ? { done: undefined } : { missing: `${pods.length} do` }
  })
}

/** With the Secret that cert-manager would have made, and afterwards all in the clear again. */
async function withCertificate<Value>(world: World, run: () => Promise<Value>): Promise<Value> {
  const before = world.workspace.text
  await prepared(world, encrypted)
  try {
    return await run()
  } finally {
    world.workspace.patch(patch, null)
    await world.synchronise(world.workspace.set(before))
    await replaceAll(world)
  }
}
