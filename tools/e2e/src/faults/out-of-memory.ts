import type { V1Pod } from '@kubernetes/client-node'
import type { ComponentName } from '@thanos-fleet/connections'
import { nameOf, restartsOf } from '../cluster/kube.ts'
import { expect } from '../failure.ts'
import type { World } from '../world.ts'
import { killContainer, lastEndOf, squeezeContainer } from '../harness/containers.ts'
import type { Fault } from '../harness/fault.ts'
import { podReady } from '../harness/pods.ts'
import type { Traffic } from '../harness/traffic.ts'

/** Seconds in which a program that has no memory left asks for more. */
const patience = 90

export const fault: Fault = {
  name: 'out-of-memory',
  title: 'One replica that stores samples is killed for memory',
  modes: ['sidecar-mode', 'receive-mode'],
  promise: {
    continues: 'Writing and queries by the other replicas. What the replica had is in its log, which it reads again.',
    pauses: 'This replica, until it has read its log.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const component: ComponentName = world.mode === 'receive-mode' ? 'thanos-receive-ingestor' : 'prometheus'
    const pod = (await world.kube.podsOf(world.namespace, component)).at(-1)
    if (pod === undefined) throw new Error(`there is no ${component}`)
    const begun = Date.now()
    const how = await killedForMemory(world, pod, traffic)
    await podReady(world, pod, 180)
    const seconds = ((Date.now() - begun) / 1000).toFixed(0)
    return [{ what: 'killed', value: `${nameOf(pod)}, ${how}; Ready again after ${seconds} s` }]
  },
}

/** By the kernel where the node has control groups of memory; else by a signal, which the program sees as little of. */
async function killedForMemory(world: World, pod: V1Pod, traffic: Traffic): Promise<string> {
  const limit = await squeezeContainer(world, pod)
  if (limit === null) {
    await killContainer(world, pod)
    traffic.note(`${nameOf(pod)} is killed by a signal`)
    return 'by a signal: nodes here have no control groups of memory'
  }
  const mebibytes = (limit / 2 ** 20).toFixed(0)
  traffic.note(`${nameOf(pod)} has ${mebibytes} MiB, and no more`)
  const reason = await world.until(`${nameOf(pod)} is killed`, { seconds: patience, every: 0.5 }, async () => {
    const now = await world.kube.core.readNamespacedPod({ namespace: world.namespace, name: nameOf(pod) })
    return restartsOf(now) > restartsOf(pod) || lastEndOf(now) === 'OOMKilled'
      ? { done: lastEndOf(now) }
      : { missing: `it holds out with ${mebibytes} MiB` }
  })
  expect(reason === 'OOMKilled', `${nameOf(pod)} ended with ${reason} instead of OOMKilled`)
  return `by the kernel (${reason}) with a limit of ${mebibytes} MiB`
}
