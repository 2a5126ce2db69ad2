import type { V1Pod } from '@kubernetes/client-node'
import { componentNames, type ComponentName, podsOf, portOf, portsOf, protocolOf } from '@thanos-fleet/connections'
import { type Network, splitAddress } from './sockets.ts'

/** A port of a pod that nobody outside of the stack may reach. */
export interface PodPort {
  pod: string
  /** `IP:port` */
  address: string
  port: number
  /** Whether something listens there now: of a port without a listener nothing can be learnt. */
  listening: boolean
}

/** What decides which of the known ports someone listens at. */
export interface Stack {
  /** The components that the cluster has: without sidecars, no pod of Prometheus has their ports. */
  present: ReadonlySet<ComponentName>
  /** How many there are: one alone has nobody to gossip with, and does not listen for it. */
  alertmanagers: number
}

/** TCP ports that the table of connections knows of the pods of a component, those of all containers in them. */
export function statedPorts(component: ComponentName, { present, alertmanagers }: Stack): number[] {
  const parts = componentNames.filter((name) => present.has(name) && podsOf(name).includes(component))
  const isHeard = (part: ComponentName, name: string) =>
    protocolOf(part, name) === 'TCP' && (name !== 'gossip' || alertmanagers > 1)
  return [
    ...new Set(
      parts.flatMap((part) =>
        portsOf(part)
          .filter((name) => isHeard(part, name))
          .map((name) => portOf(part, name)),
      ),
    ),
  ]
}

/** The ports of pods that the table knows, and those on which they are seen to listen besides. */
export function portsOfPods(
  pods: ReadonlyMap<ComponentName, readonly V1Pod[]>,
  networks: readonly Network[],
  stack: Stack,
): PodPort[] {
  const listening = new Map(
    networks
      .filter(({ node }) => !node)
      .flatMap((network) =>
        network.addresses.map(
          (address) => [address, new Set(network.listening.map((text) => splitAddress(text).port))] as const,
        ),
      ),
  )
  return [...pods].flatMap(([component, ofComponent]) =>
    ofComponent.flatMap(({ metadata, status }) => {
      const address = status?.podIP
      if (address === undefined) return []
      const heard = listening.get(address) ?? new Set<number>()
      return [...new Set([...statedPorts(component, stack), ...heard])]
        .toSorted((a, b) => a - b)
        .map((port) => ({ pod: metadata?.name ?? '', address: `${address}:${port}`, port, listening: heard.has(port) }))
    }),
  )
}
