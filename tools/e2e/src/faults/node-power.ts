import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { expendableNodes } from '../harness/nodes.ts'
import { nodeOf } from '../harness/pods.ts'
import { outage, withoutServers } from '../harness/power.ts'
import { stackPods } from '../harness/health.ts'

/** Seconds: longer than the 50 until Kubernetes takes it for lost, shorter than the 300 after which it evicts. */
const length = 75

export const fault: Fault = {
  name: 'node-power',
  title: 'A node loses its power for 75 s, with an ingestor on it',
  modes: ['receive-mode'],
  needsNodePower: true,
  promise: {
    continues: 'Scraping and writing by the replicas on other nodes; queries that reach a pod on another node.',
    pauses:
      'Until Kubernetes takes the node for lost (50 s), Services send a part of all connections to its pods: these queries hang and fail. What is single and was on the node is unavailable.',
    lostSamples: 0,
    failedQueries: 60,
  },
  /** The test's servers must not be on it: they hold the ledger. */
  async where(world, run) {
    await withoutServers(world, [await victim(world)])
    return run()
  },
  async run(world, traffic) {
    const node = await victim(world)
    const pods = (await stackPods(world)).filter((pod) => nodeOf(pod) === node).map(nameOf)
    const off = { nodes: [node], name: node, holding: pods.join(', '), length, patience: 120 }
    const ready = await outage(world, traffic, off)
    return [
      { what: 'node off', value: `${length} s, with ${pods.length} pods of the stack` },
      { what: 'node Ready again', value: `after ${ready} s` },
    ]
  },
}

async function victim(world: World): Promise<string> {
  const expendable = await expendableNodes(world)
  const node = (await world.kube.podsOf(world.namespace, 'thanos-receive-ingestor'))
    .map(nodeOf)
    .findLast((name) => expendable.includes(name))
  if (node === undefined) throw new Error('no node with an ingestor can be spared')
  return node
}
