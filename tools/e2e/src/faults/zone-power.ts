import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { cordoned, expendableNodes, moveServers } from '../harness/nodes.ts'
import { nodeOf } from '../harness/pods.ts'
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
    const { nodes } = await victim(world)
    await cordoned(world, nodes, async () => {
      for (const node of nodes) await moveServers(world, node)
    })
    return run()
  },
  async run(world, traffic) {
    const { stopNode, startNode } = world.adapter
    if (stopNode === null || startNode === null) throw new Error('nodes of this cluster cannot be switched off')
    const { zone, nodes } = await victim(world)
    const pods = (await stackPods(world)).filter((pod) => nodes.includes(nodeOf(pod)))
    traffic.note(`${zone} is switched off: ${nodes.join(', ')} with ${pods.map(nameOf).join(', ')}`)
    try {
      await Promise.all(nodes.map(stopNode))
      await last(length)
    } finally {
      for (const node of nodes) await startNode(node)
      traffic.note(`${zone} is switched on`)
    }
    const begun = Date.now()
    await world.until(`the nodes of ${zone} are Ready`, { seconds: 180 }, async () => {
      const { items } = await world.kube.core.listNode()
      const missing = nodes.filter((name) => {
        const conditions = items.find((node) => nameOf(node) === name)?.status?.conditions ?? []
        return !conditions.some(({ type, status }) => type === 'Ready' && status === 'True')
      })
      return missing.length === 0 ? { done: undefined } : { missing: missing.join(', ') }
    })
    return [
      {
        what: 'zone off',
        value: `${zone}, ${nodes.length} nodes with ${pods.length} pods of the stack, for ${length} s`,
      },
      { what: 'its nodes Ready again', value: `after ${((Date.now() - begun) / 1000).toFixed(0)} s` },
    ]
  },
}

async function victim(world: World): Promise<{ zone: string; nodes: string[] }> {
  return zoneToTake(await usableNodes(world.kube), await expendableNodes(world))
}
