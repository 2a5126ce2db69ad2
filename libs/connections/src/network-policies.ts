import {
  type NetworkPolicy,
  type NetworkPolicyEgressRule,
  type NetworkPolicyIngressRule,
  type NetworkPolicyPeer,
  type NetworkPolicyPort,
  commonLabels,
  selectorLabels,
} from '@thanos-fleet/kubernetes'
import { portIn } from '@thanos-fleet/cluster-spec'
import { type ComponentName, componentOf, podsOf, protocolOf } from '@thanos-fleet/catalog'
import { type Connection, connectionsOf, isComponent } from './connections.ts'
import type { Facts } from './facts.ts'
import type { External, ExternalClient, Party } from './parties.ts'

/** What policies need to know of the cluster around the stack. */
export interface ClusterEnvironment {
  namespace: string
  /** Name servers: pods, and addresses such as those of caches on the nodes. */
  dns: { namespace: string; podLabels: Record<string, string>; cidrs: string[]; ports: number[] }
  /** Where an external party is, and at which ports; in several places if need be. */
  external: Record<Exclude<External, 'ingress-controller' | ExternalClient>, Place[]>
  ingressController: { namespace: string; podLabels: Record<string, string> }
  /** Who calls from other namespaces. */
  clients: Record<ExternalClient, { namespace: string; podLabels: Record<string, string> }[]>
  /** Addresses of the nodes, where components of the host's network listen. */
  nodeCidrs: string[]
}

/**
 * Addresses, or all pods of a namespace of the same cluster; and ports, null for all of them: policies see the port at
 * which a pod listens, and an address that names a Service says another.
 */
export type Place = { ports: number[] | null } & ({ cidrs: string[] } | { namespace: string })

/** Refuses everything that no other policy of the namespace allows. */
export function defaultDeny(namespace: string): NetworkPolicy {
  return policy('default-deny', namespace, commonLabels('default-deny'), {
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  })
}

/**
 * The policy of the pods of one component: exactly the connections of the table, in and out, and DNS for whoever calls
 * something by name. Containers that share the pod are included; what they say to each other over localhost needs no rule,
 * but the same parts of different replicas also meet, as when Prometheus scrapes the sidecar of its sibling.
 */
export function networkPolicy(component: ComponentName, facts: Facts, around: ClusterEnvironment): NetworkPolicy {
  const connections = connectionsOf(facts)
  const runsHere = (party: Party) => isComponent(party) && podsOf(party).includes(component)
  const out = connections.filter((row) => runsHere(row.from))
  const into = connections.filter((row) => runsHere(row.to))
  const ingress = merged(into.map((row) => [clients(row.from, around), portsOf(row, facts)])).map(
    ([from, ports]): NetworkPolicyIngressRule => ({ from, ...ofPorts(ports) }),
  )
  const egress = [
    ...merged(out.flatMap((row) => servers(row, facts, around))).map(([to, ports]): NetworkPolicyEgressRule => ({
      to,
      ...ofPorts(ports),
    })),
    ...(out.length === 0 ? [] : [dnsRule(around)]),
  ]
  return policy(component, around.namespace, commonLabels(component), {
    podSelector: { matchLabels: selectorLabels(component) },
    policyTypes: ['Ingress', 'Egress'],
    // Absent, not empty: the API server drops an empty list, and each further apply would be a change again.
    ...(ingress.length === 0 ? {} : { ingress }),
    ...(egress.length === 0 ? {} : { egress }),
  })
}

/** Who, and at which ports; null: at all. */
type Rule = [peers: NetworkPolicyPeer[], ports: NetworkPolicyPort[] | null]

/** A rule without ports allows all of them; one with an empty list means the same, and says the opposite. */
function ofPorts(ports: NetworkPolicyPort[] | null): { ports?: NetworkPolicyPort[] } {
  return ports === null ? {} : { ports }
}

function clients(party: Party, around: ClusterEnvironment): NetworkPolicyPeer[] {
  if (party === 'ingress-controller') return [podsOfNamespace(around.ingressController)]
  if (isClient(party)) return around.clients[party].map(podsOfNamespace)
  if (isComponent(party)) return podsOf(party).map((pod) => ({ podSelector: { matchLabels: selectorLabels(pod) } }))
  throw new RangeError(`${party} opens no connections`)
}

/** What is on the host's network is to a policy the node's address, not a pod. */
function servers(row: Connection, facts: Facts, around: ClusterEnvironment): Rule[] {
  const ports = portsOf(row, facts)
  if (isComponent(row.to)) {
    if (componentOf(row.to).network === 'host') return [[around.nodeCidrs.map(addresses), ports]]
    const pods = podsOf(row.to).filter((pod) => facts.present.has(pod))
    return pods.map((pod): Rule => [[{ podSelector: { matchLabels: selectorLabels(pod) } }], ports])
  }
  if (row.to === 'ingress-controller' || isClient(row.to)) return []
  return around.external[row.to].map((place): Rule => [
    peersAt(place),
    place.ports === null ? null : place.ports.map((port) => ({ protocol: 'TCP', port })),
  ])
}

function isClient(party: Party): party is ExternalClient {
  return party === 'otlp-clients' || party === 'remote-write-clients'
}

function peersAt(place: Place): NetworkPolicyPeer[] {
  if ('cidrs' in place) return place.cidrs.map(addresses)
  return [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': place.namespace } } }]
}

/** The port of a component that a connection goes to. */
function portsOf({ to, port }: Connection, { spec }: Facts): NetworkPolicyPort[] {
  return isComponent(to) ? [{ protocol: protocolOf(to, port), port: portIn(spec, to, port) }] : []
}

/** One rule for each set of peers, so that a reader sees each neighbour once. */
function merged(rules: Rule[]): Rule[] {
  const byPeers = new Map<string, Rule>()
  for (const [peers, ports] of rules) {
    const key = JSON.stringify(peers)
    const [, known = []] = byPeers.get(key) ?? []
    byPeers.set(key, [peers, known === null || ports === null ? null : union(known, ports)])
  }
  return [...byPeers.values()]
}

function union(ports: NetworkPolicyPort[], more: NetworkPolicyPort[]): NetworkPolicyPort[] {
  const known = new Set(ports.map((port) => JSON.stringify(port)))
  return [...ports, ...more.filter((port) => known.size < known.add(JSON.stringify(port)).size)]
}

function dnsRule({ dns }: ClusterEnvironment): NetworkPolicyEgressRule {
  return {
    to: [podsOfNamespace(dns), ...dns.cidrs.map(addresses)],
    ports: dns.ports.flatMap((port) => [
      { protocol: 'UDP', port },
      { protocol: 'TCP', port },
    ]),
  }
}

function podsOfNamespace(pods: { namespace: string; podLabels: Record<string, string> }): NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': pods.namespace } },
    // Absent, not empty, as above: either means all pods.
    ...(Object.keys(pods.podLabels).length === 0 ? {} : { podSelector: { matchLabels: pods.podLabels } }),
  }
}

function addresses(cidr: string): NetworkPolicyPeer {
  return { ipBlock: { cidr } }
}

function policy(
  name: string,
  namespace: string,
  labels: Record<string, string>,
  spec: NonNullable<NetworkPolicy['spec']>,
): NetworkPolicy {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace, labels }, spec }
}
