import type { Edge } from './edges.ts'
import type { Parties } from './parties.ts'
import { type Network, splitAddress } from './sockets.ts'

/** Edges that were seen, by how far they came. */
export interface Seen {
  /** Connected, or not long ago. */
  made: Edge[]
  /** Asked for, and not answered yet: dropped by a policy if it stays so. */
  attempted: Edge[]
}

/**
 * The edges that sockets show. Each connection between two pods is there twice, at both ends: a client knows the
 * Service's address, a server the client's. Connections over localhost and those of nodes' own programs are none.
 * @param podRanges what addresses pods have, such as `10.244.1.0/24`
 */
export function edgesIn(networks: readonly Network[], parties: Parties, podRanges: readonly string[]): Seen {
  const isPodAddress = (address: string) => podRanges.some((range) => isWithin(address, range))
  const seen: Seen = { made: [], attempted: [] }
  for (const { node, listening, connections } of networks) {
    const ports = new Set(listening.map((text) => splitAddress(text).port))
    for (const { local, remote, state } of connections) {
      const serves = ports.has(splitAddress(local).port) || isServerPort(local, remote)
      // What a node's own programs ask for is not the stack's; that node-exporter is asked shows at the node's end too.
      if (node && !serves) continue
      const [client, server] = serves ? [remote, local] : [local, remote]
      const from = parties.client(splitAddress(client).address, isPodAddress)
      const to = parties.server(server, isPodAddress)
      if (from === null || to === null) continue
      if (state === 'SYN_SENT') seen.attempted.push({ from, to })
      else if (!halfOpen.has(state)) seen.made.push({ from, to })
    }
  }
  return seen
}

/** A server that is ending has closed its listener before its last connections: Linux gives clients ports from 32768 on. */
function isServerPort(local: string, remote: string): boolean {
  return splitAddress(local).port < 32768 && splitAddress(remote).port >= 32768
}

/** The server's end before the client has answered; `CLOSE` is no connection. */
const halfOpen = new Set(['SYN_RECV', 'NEW_SYN_RECV', 'CLOSE'])

/** Whether an IPv4 address is of a range. */
export function isWithin(address: string, range: string): boolean {
  const [network = '', bits = '32'] = range.split('/')
  const [a, b] = [numberOf(address), numberOf(network)]
  if (a === null || b === null) return false
  const size = 2 ** (32 - Number(bits))
  return Math.floor(a / size) === Math.floor(b / size)
}

function numberOf(address: string): number | null {
  const bytes = address.split('.').map(Number)
  return bytes.length === 4 && bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)
    ? bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    : null
}
