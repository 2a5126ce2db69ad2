import { holds } from '@thanos-fleet/cluster-spec'
import type { KubeObject, NetworkPolicy, NetworkPolicyPeer } from '@thanos-fleet/kubernetes'
import { selects } from '../patches/read.ts'
import type { Pods } from './pods.ts'

/** The other end of a connection: pods, any pods of a namespace, or a block of addresses. */
export type Peer = { labels: Record<string, string>; namespace: string } | { namespace: string } | { cidr: string }

/** A port and its protocol, `TCP 9090`; null: whichever the pods have. */
export type PortOf = `${'TCP' | 'UDP'} ${number}` | null

interface Rule {
  policy: NetworkPolicy
  side: 'ingress' | 'egress'
  peers: NetworkPolicyPeer[]
  /** Null: all. */
  ports: string[] | null
}

/**
 * What the policies of a cluster allow, by the rules of Kubernetes, and which parts of them were asked for. It is written
 * from the objects alone and does not know who made them.
 */
export class Policies {
  readonly #rules: Rule[]
  readonly #used = new Set<string>()
  readonly #enforced: boolean

  constructor(objects: readonly KubeObject[]) {
    const policies = objects.filter((object): object is NetworkPolicy => object.kind === 'NetworkPolicy')
    this.#enforced = policies.length > 0
    this.#rules = policies.flatMap(rulesOf)
  }

  /** Whether the policies of these pods let them open a connection; what allows it counts as needed. */
  mayCall(pods: Pods, peer: Peer, port: PortOf): boolean {
    return this.#allowed('egress', pods, peer, port)
  }

  /** Whether the policies of these pods let a connection in. */
  mayBeCalled(pods: Pods, peer: Peer, port: PortOf): boolean {
    return this.#allowed('ingress', pods, peer, port)
  }

  /** Peers with ports that nobody asked for, as text. */
  unneeded(): string[] {
    return this.#rules.flatMap((rule) =>
      rule.peers.flatMap((peer) =>
        (rule.ports ?? ['all']).map((port) => slot(rule, peer, port)).filter((text) => !this.#used.has(text)),
      ),
    )
  }

  #allowed(side: Rule['side'], pods: Pods, peer: Peer, port: PortOf): boolean {
    // Policies do not reach the host's network.
    if (!this.#enforced || pods.spec.hostNetwork === true) return true
    const matching = this.#rules
      .filter((rule) => rule.side === side && rule.policy.metadata.namespace === pods.namespace)
      .filter(({ policy }) => selects(policy.spec?.podSelector?.matchLabels, pods.labels))
      .filter(({ ports }) => ports === null || (port !== null && ports.includes(port)))
      .flatMap((rule) => rule.peers.filter((one) => matches(one, peer, pods.namespace)).map((one) => ({ rule, one })))
    for (const { rule, one } of matching) this.#used.add(slot(rule, one, rule.ports === null ? 'all' : (port ?? 'all')))
    return matching.length > 0
  }
}

function rulesOf(policy: NetworkPolicy): Rule[] {
  const of = (
    side: Rule['side'],
    peers: NetworkPolicyPeer[] = [],
    ports?: { port?: unknown; protocol?: string }[],
  ) => ({
    policy,
    side,
    peers,
    ports: ports?.map(({ port, protocol }) => `${protocol ?? 'TCP'} ${String(port)}`) ?? null,
  })
  return [
    ...(policy.spec?.ingress ?? []).map(({ from, ports }) => of('ingress', from, ports)),
    ...(policy.spec?.egress ?? []).map(({ to, ports }) => of('egress', to, ports)),
  ]
}

function matches({ ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer, peer: Peer, own: string): boolean {
  if (ipBlock !== undefined) return 'cidr' in peer && covers(ipBlock.cidr, peer.cidr)
  if ('cidr' in peer) return false
  const name = namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name']
  if ((name ?? own) !== peer.namespace) return false
  return 'labels' in peer ? selects(podSelector?.matchLabels, peer.labels) : podSelector === undefined
}

function covers(outer: string, inner: string): boolean {
  const [network = '', length = ''] = inner.split('/')
  return Number(outer.split('/')[1]) <= Number(length) && holds(outer, network)
}

function slot(
  { policy, side }: Rule,
  { ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer,
  port: string,
): string {
  const peer = [ipBlock?.cidr, namespaceSelector?.matchLabels, podSelector?.matchLabels].flatMap((part) =>
    part === undefined ? [] : typeof part === 'string' ? part : Object.values(part),
  )
  return `${policy.metadata.name} ${side} ${peer.join(' ')} ${port}`
}
