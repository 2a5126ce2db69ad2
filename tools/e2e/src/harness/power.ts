import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import { last } from './lasting.ts'
import { cordoned, moveServers } from './nodes.ts'
import type { Traffic } from './traffic.ts'

/** Nodes that lose their power, and what is said of them. */
interface Outage {
  nodes: readonly string[]
  /** As a person would name them: a node, a zone. */
  name: string
  /** What is on them. */
  holding: string
  /** How long they are without, and how long they may take to be Ready again; both in seconds. */
  length: number
  patience: number
}

/** Moves the test's servers off nodes: they hold the ledger, and read. */
export function withoutServers(world: World, nodes: readonly string[]): Promise<void> {
  return cordoned(world, nodes, async () => {
    for (const node of nodes) await moveServers(world, node)
  })
}

/**
 * Switches nodes off, waits, and switches them on again, also when something in between fails.
 * @returns the seconds until all of them were Ready again
 */
export async function outage(world: World, traffic: Traffic, { nodes, name, ...of }: Outage): Promise<string> {
  const { stopNode, startNode } = world.adapter
  if (stopNode === null || startNode === null) throw new Error('nodes of this cluster cannot be switched off')
  traffic.note(`${name} is switched off, with ${of.holding}`)
  try {
    await Promise.all(nodes.map(stopNode))
    await last(of.length)
  } finally {
    for (const node of nodes) await startNode(node)
    traffic.note(`${name} is switched on`)
  }
  const begun = Date.now()
  await world.until(`${name} is Ready`, { seconds: of.patience }, async () => {
    const { items } = await world.kube.core.listNode()
    const missing = nodes.filter((one) => {
      const conditions = items.find((node) => nameOf(node) === one)?.status?.conditions ?? []
      return !conditions.some(({ type, status }) => type === 'Ready' && status === 'True')
    })
    return missing.length === 0 ? { done: undefined } : { missing: missing.join(', ') }
  })
  return ((Date.now() - begun) / 1000).toFixed(0)
}
