import { portIn } from '@thanos-fleet/cluster-spec'
import {
  type Connection,
  connectionsOf,
  type Facts,
  isComponent,
  type Party,
  podsOf,
  protocolOf,
} from '@thanos-fleet/connections'

/**
 * Who connects to whom as a network shows it: pods, not the containers in them. `from` is a component with pods of its
 * own or an external party; `to` is the same, of a component with the port: `thanos-store:10901`.
 */
export interface Edge {
  from: string
  to: string
}

export function textOf({ from, to }: Edge): string {
  return `${from} → ${to}`
}

/**
 * The TCP edges that the table of connections states, each with the rows that state it.
 * @param alertmanagers how many there are: one alone has nobody to gossip with
 */
export function statedEdges(facts: Facts, alertmanagers: number): Map<string, Connection[]> {
  const stated = new Map<string, Connection[]>()
  for (const row of connectionsOf(facts).filter(
    ({ to, port, api }) => !isUdp(to, port) && (api !== 'gossip' || alertmanagers > 1),
  )) {
    for (const edge of edgesOf(row, facts)) stated.set(textOf(edge), [...(stated.get(textOf(edge)) ?? []), row])
  }
  return stated
}

function isUdp(to: Party, port: string): boolean {
  return isComponent(to) && protocolOf(to, port) === 'UDP'
}

/** Containers that share a pod share its edges; what they say to each other over localhost is none. */
function edgesOf(row: Connection, facts: Facts): Edge[] {
  const pods = (party: Party): string[] =>
    isComponent(party) ? podsOf(party).filter((pod) => facts.present.has(pod)) : [party]
  const { to, port } = row
  const servers = pods(to).map((pod) => (isComponent(to) ? `${pod}:${portIn(facts.spec, to, port)}` : pod))
  return pods(row.from).flatMap((from) => servers.map((server) => ({ from, to: server })))
}
