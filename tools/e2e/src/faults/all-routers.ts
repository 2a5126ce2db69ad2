import { allNodes, cordoned } from '../harness/nodes.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { gone, kill } from '../harness/pods.ts'

/** Seconds. */
const length = 30

export const fault: Fault = {
  name: 'all-routers',
  title: 'All routers of Receive are gone for half a minute',
  modes: ['receive-mode'],
  promise: {
    continues: 'Scraping, and queries of everything that was written before: neither goes through routers.',
    pauses: 'All writing: each Prometheus keeps its samples in its log and sends them afterwards.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const pods = await world.kube.podsOf(world.namespace, 'thanos-receive-router')
    if (pods.length === 0) throw new Error('there is no router')
    // So that no others take their place at once.
    await cordoned(world, await allNodes(world), async () => {
      await Promise.all(pods.map((pod) => kill(world, pod)))
      await Promise.all(pods.map((pod) => gone(world, pod)))
      traffic.note('no router is left')
      await last(length)
    })
    traffic.note('routers may come back')
    return [{ what: 'routers gone', value: `all ${pods.length}, for ${length} s` }]
  },
}
