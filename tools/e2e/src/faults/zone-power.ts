import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { expendableNodes } from '../harness/nodes.ts'
import { nodeOf } from '../harness/pods.ts'
import { outage, withoutServers } from '../harness/power.ts'
import { stackPods } from '../harness/health.ts'
import { usableNodes } from '../workspace/nodes.ts'
import { zoneToTake } from './zone-power/zone.ts'

/** Seconds: longer than the 50 until Kubernetes takes nodes for lost, shorter than the 300 after which it evicts. */
const length = 75

export const fault: Fault = {
  name: 'zone-power',
  title: 'A whole zone of three loses its power for 75 s: an ingestor of each hashring, and all else that is there',
  modes: ['everything'],
  needsNodePower: true,
  promise: {
    continues:
      'Scraping by the Prometheus of another zone; writing, since two of three copies of each series are in other zones; queries that reach pods of other zones.',
    pauses:
      'Until Kubernetes takes the nodes for lost (50 s), Services send a part of all connections there: these queries hang and fail. What is single and was in the zone is unavailable.',
    lostSamples: 0,
    failedQueries: 75,
  },
  /** The test's servers must not be in it: they hold the ledger. */
  async where(world, run) {
    await withoutServers(world, (await victim(world)).nodes)
    return run()
  },
  async run(world, traffic) {
    const { zone, nodes } = await victim(world)
    const pods = (await stackPods(world)).filter((pod) => nodes.includes(nodeOf(pod)))
    const holding = `${nodes.join(', ')} and ${pods.map(nameOf).join(', ')}`
    const ready = await outage(world, traffic, { nodes, name: zone, holding, length, patience: 180 })
    return [
      {
        what: 'zone off',
        value: `${zone}, ${nodes.length} nodes with ${pods.length} pods of the stack, for ${length} s`,
      },
      { what: 'its nodes Ready again', value: `after ${ready} s` },
    ]
  },
}

async function victim(world: World): Promise<{ zone: string; nodes: string[] }> {
  return zoneToTake(await usableNodes(world.kube), await expendableNodes(world))
}
