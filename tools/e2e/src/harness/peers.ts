import type { Network } from '../checks/network/sockets.ts'
import { splitAddress } from '../checks/network/sockets.ts'

/**
 * Which pods have a connection to a server, as their own sockets say.
 * @param pods their addresses
 * @param server `address:port`
 */
export function connectedTo(
  networks: readonly Network[],
  pods: readonly string[],
  server: string,
): { found: string[]; missing: string[] } {
  const wanted = splitAddress(server)
  const has = (pod: string) =>
    networks.some(
      ({ addresses, connections }) =>
        addresses.includes(pod) &&
        connections.some(({ remote, state }) => {
          const { address, port } = splitAddress(remote)
          return state === 'ESTABLISHED' && address === wanted.address && port === wanted.port
        }),
    )
  return { found: pods.filter(has), missing: pods.filter((pod) => !has(pod)) }
}
