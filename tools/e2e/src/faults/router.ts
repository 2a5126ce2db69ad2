import type { Fault } from '../harness/fault.ts'
import { allNodes, cordoned } from '../harness/nodes.ts'
import { gone, kill, nodeOf } from '../harness/pods.ts'
import { last } from '../harness/lasting.ts'

/** Seconds. */
const length = 30

export const fault: Fault = {
  name: 'router',
  title: 'A router of Receive is gone for half a minute',
  modes: ['receive-mode'],
  promise: {
    continues: 'Writing by way of the other routers; queries do not need any.',
    pauses: 'Nothing.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world) {
    const [pod] = await world.kube.podsOf(world.namespace, 'thanos-receive-router')
    if (pod === undefined) throw new Error('there is no router')
    // So that no other takes its place at once.
    await cordoned(world, await allNodes(world), async () => {
      await kill(world, pod)
      await gone(world, pod)
      await last(length)
    })
    return [{ what: 'router gone', value: `${length} s, on ${nodeOf(pod)}` }]
  },
}
