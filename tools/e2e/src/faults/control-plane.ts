import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { stackPods } from '../harness/health.ts'
import { controlPlaneNodes, dnsPods } from '../harness/nodes.ts'
import { nodeOf } from '../harness/pods.ts'
import { outage, withoutServers } from '../harness/power.ts'

/** Seconds. */
const length = 90

export const fault: Fault = {
  name: 'control-plane',
  title: "The control plane's only node loses its power for 90 s, with whatever else is on it",
  modes: ['sidecar-mode', 'receive-mode'],
  needsNodePower: true,
  asks: 'by address',
  promise: {
    continues:
      'Scraping and writing by the replicas on other nodes; queries that reach pods on other nodes, whose clients need not ask for a name.',
    pauses:
      "Nobody takes the node's pods out of Services: of queries by address, all that are sent to one of them hang and fail. With the cluster's only DNS on the node, queries by name fail for as long as it is away.",
    lostSamples: 0,
    // One of two pods of Query Frontend, and behind the other one of two of Query: three quarters of 90 s and of the
    // 15 s after which Services know all pods again.
    failedQueries: 80,
  },
  /** The test's servers must not be on it: they hold the ledger, and read. */
  async where(world, run) {
    await withoutServers(world, [await controlPlane(world)])
    return run()
  },
  async run(world, traffic) {
    const node = await controlPlane(world)
    const pods = (await stackPods(world)).filter((pod) => nodeOf(pod) === node).map(nameOf)
    const dns = await dnsPods(world)
    const lost = dns.filter((pod) => nodeOf(pod) === node).length
    const holding = `${pods.join(', ')} and ${lost} of ${dns.length} pods of DNS`
    const ready = await outage(world, traffic, { nodes: [node], name: node, holding, length, patience: 180 })
    return [
      {
        what: 'control plane away',
        value: `${length} s, with ${pods.length} pods of the stack and ${lost} of ${dns.length} of the cluster's DNS`,
      },
      { what: 'control plane there again', value: `after ${ready} s` },
    ]
  },
}

/** @throws Error where it is on no node of the cluster, or on several: then one node less takes nothing away */
async function controlPlane(world: World): Promise<string> {
  const [node, ...others] = await controlPlaneNodes(world)
  if (node === undefined || others.length > 0)
    throw new Error(`the control plane is on ${others.length + (node === undefined ? 0 : 1)} nodes instead of one`)
  return node
}
