import { nameOf } from '../cluster/kube.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { cordoned } from '../harness/nodes.ts'
import { gone, kill, nodeOf } from '../harness/pods.ts'

/** Seconds. */
const length = 60

export const fault: Fault = {
  name: 'two-receivers',
  title: 'Two of three ingestors are gone for a minute',
  modes: ['receive-mode'],
  promise: {
    continues: 'Scraping; queries of everything that was written before, from the ingestor that is left.',
    pauses: 'Writing of series that have lost their quorum: Prometheus keeps them and repeats them.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world) {
    const pods = (await world.kube.podsOf(world.namespace, 'thanos-receive-ingestor')).slice(-2)
    // Their volumes are on these nodes, so they wait until the nodes take pods again.
    await cordoned(world, pods.map(nodeOf), async () => {
      await Promise.all(pods.map((pod) => kill(world, pod)))
      await Promise.all(pods.map((pod) => gone(world, pod)))
      await last(length)
    })
    return [{ what: 'ingestors gone', value: `${pods.map(nameOf).join(', ')} for ${length} s` }]
  },
}
