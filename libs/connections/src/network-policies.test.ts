import type { NetworkPolicy } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { type ComponentName, componentNames, componentOf, podsOf } from '@thanos-fleet/catalog'
import { connectionsOf, isComponent } from './connections.ts'
import type { Facts } from './facts.ts'
import { everything } from './testing.ts'
import { defaultDeny, networkPolicy, type ClusterEnvironment } from './network-policies.ts'

const facts: Facts = everything
const outside = [{ cidrs: ['192.0.2.0/24'], ports: [443] }]
const around: ClusterEnvironment = {
  namespace: 'thanos',
  dns: { namespace: 'dns', podLabels: { app: 'dns' }, cidrs: ['169.254.20.10/32'], ports: [53, 5353] },
  external: {
    'kubernetes-api': outside,
    kubelet: outside,
    'object-store': [{ namespace: 'minio', ports: null }],
    'identity-provider': [{ cidrs: ['169.254.170.23/32'], ports: [80] }],
    'additional-buckets': [{ namespace: 'archive', ports: null }],
    'additional-identity-providers': [{ cidrs: ['169.254.169.254/32'], ports: [80] }],
    'data-sources': [{ namespace: 'logs', ports: [3100] }],
    'login-provider': [{ cidrs: ['192.0.2.7/32'], ports: [443] }],
    'alert-receivers': outside,
    database: outside,
    'remote-storeapi': outside,
    'read-clusters': outside,
    'written-cluster': outside,
    'remote-write-endpoints': outside,
    'external-alertmanagers': outside,
    'tracing-collector': [{ namespace: 'observability', ports: [4317] }],
    'extra-targets': [
      { namespace: 'shop', ports: [8080] },
      { namespace: 'bank', ports: [9000, 9001] },
    ],
  },
  ingressController: { namespace: 'traefik', podLabels: { app: 'traefik' } },
  clients: {
    'otlp-clients': [{ namespace: 'otel', podLabels: { app: 'collector' } }],
    'remote-write-clients': [{ namespace: 'agents', podLabels: { app: 'agent' } }],
  },
  nodeCidrs: ['198.51.100.0/24'],
}
const pods = componentNames.filter((name) => podsOf(name).includes(name) && componentOf(name).network === 'pod')
const policyOf = (name: ComponentName) => networkPolicy(name, facts, around)

/** The pairs of pods and ports that the policies allow, as the receiving side sees them. */
function allowedInto(): Set<string> {
  return new Set(
    pods.flatMap((to) => rules(policyOf(to).spec?.ingress, 'from').map(([from, port]) => `${from} ${to} ${port}`)),
  )
}

function allowedOut(): Set<string> {
  return new Set(
    pods.flatMap((from) => rules(policyOf(from).spec?.egress, 'to').map(([to, port]) => `${from} ${to} ${port}`)),
  )
}

type Rules = NonNullable<NetworkPolicy['spec']>['ingress'] | NonNullable<NetworkPolicy['spec']>['egress']

function rules(list: Rules, side: 'from' | 'to'): [string, string][] {
  return (list ?? []).flatMap((rule) => {
    const peers = (side === 'from' && 'from' in rule ? rule.from : 'to' in rule ? rule.to : []) ?? []
    return peers.flatMap((peer) => {
      const name = peer.podSelector?.matchLabels?.['app.kubernetes.io/name']
      return name === undefined
        ? []
        : (rule.ports ?? []).map(({ port, protocol }): [string, string] => [name, `${protocol} ${port}`])
    })
  })
}

describe('network policies', () => {
  it('allow both ends of a connection or neither', () => {
    expect(allowedInto()).toEqual(allowedOut())
    expect(allowedInto().size).toBeGreaterThan(25)
  })

  it('allow no pair of pods that the table does not state', () => {
    const stated = new Set(
      connectionsOf(facts).flatMap(({ from, to }) =>
        isComponent(from) && isComponent(to)
          ? podsOf(from).flatMap((one) => podsOf(to).map((other) => `${one} ${other}`))
          : [],
      ),
    )
    for (const pair of allowedInto()) expect(stated).toContain(pair.split(' ').slice(0, 2).join(' '))
  })

  it('let Prometheus scrape the sidecars of its siblings', () => {
    expect(allowedInto()).toContain('prometheus prometheus TCP 10902')
  })

  it('state gossip over TCP and over UDP', () => {
    expect([...allowedInto()].filter((pair) => pair.endsWith(' 9094'))).toEqual([
      'alertmanager alertmanager TCP 9094',
      'alertmanager alertmanager UDP 9094',
    ])
  })

  it('know an object store inside of the cluster by its namespace', () => {
    expect(policyOf('thanos-store').spec?.egress).toContainEqual({
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'minio' } } }],
    })
  })

  it('allow all ports of a namespace where one address of it has a port that is not known', () => {
    const places = [
      { namespace: 'minio', ports: [9000] },
      { namespace: 'minio', ports: null },
      { namespace: 'minio', ports: [9001] },
    ]
    const egress = networkPolicy('thanos-store', facts, {
      ...around,
      external: { ...around.external, 'object-store': places },
    }).spec?.egress
    const minio = { 'kubernetes.io/metadata.name': 'minio' }
    expect(egress).toContainEqual({ to: [{ namespaceSelector: { matchLabels: minio } }] })
    expect(JSON.stringify(egress)).not.toContain('9001')
  })

  it('let whoever calls somebody ask the name servers: pods and caches on the nodes, at the ports where they listen', () => {
    expect(policyOf('thanos-store').spec?.egress?.at(-1)).toEqual({
      to: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'dns' } },
          podSelector: { matchLabels: { app: 'dns' } },
        },
        { ipBlock: { cidr: '169.254.20.10/32' } },
      ],
      ports: [53, 5353].flatMap((port) => [
        { protocol: 'UDP', port },
        { protocol: 'TCP', port },
      ]),
    })
  })

  it('let Prometheus reach the targets of extra jobs where the cluster says they are', () => {
    expect(policyOf('prometheus').spec?.egress).toContainEqual({
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } } }],
      ports: [
        { protocol: 'TCP', port: 9000 },
        { protocol: 'TCP', port: 9001 },
      ],
    })
  })

  it('let a component that calls nobody not even ask for names', () => {
    expect(policyOf('memcached').spec?.egress).toBeUndefined()
  })

  it('refuse everything else', () => {
    expect(defaultDeny('thanos').spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
  })
})
