import { completeDefaults, dataPathsOf, modeDefaults } from '@thanos-fleet/cluster-spec'
import type { V1Pod } from '@kubernetes/client-node'
import type { Facts } from '@thanos-fleet/connections'
import { describe, expect, it } from 'vitest'
import { Comparison } from './compare.ts'
import { statedEdges, textOf } from './edges.ts'
import { pingsIn } from './gossip.ts'
import { edgesIn, isWithin } from './observe.ts'
import { Parties } from './parties.ts'
import { portsOfPods } from './ports.ts'
import type { Network } from './sockets.ts'

const pod = (namespace: string, name: string, ip: string, label = name): V1Pod => ({
  metadata: { namespace, name: `${name}-0`, labels: { 'app.kubernetes.io/name': label } },
  status: { podIP: ip, podIPs: [{ ip }] },
})

const service = (namespace: string, name: string, clusterIP: string, port: number, label?: string) => ({
  metadata: { namespace, name },
  spec: {
    clusterIPs: [clusterIP],
    ports: [{ port }],
    ...(label === undefined ? {} : { selector: { 'app.kubernetes.io/name': label } }),
  },
})

function parties(): Parties {
  const known = new Parties(completeDefaults('receive-mode', 'x'))
  known.learn({
    pods: [
      pod('thanos', 'prometheus', '10.244.1.1'),
      pod('thanos', 'thanos-query', '10.244.1.2'),
      pod('traefik', 'traefik', '10.244.1.3'),
      pod('e2e', 's3', '10.244.1.4'),
      pod('e2e', 'probe', '10.244.1.5'),
      { ...pod('thanos-nodes', 'node-exporter', '10.99.0.11'), spec: { hostNetwork: true, containers: [] } },
    ],
    services: [
      service('default', 'kubernetes', '10.96.0.1', 443),
      service('thanos', 'thanos-query', '10.96.0.2', 10902, 'thanos-query'),
      service('e2e', 's3', '10.96.0.3', 8333, 's3'),
    ],
    apiServer: [{ addressType: 'IPv4', endpoints: [{ addresses: ['10.99.0.11'] }], ports: [{ port: 6443 }] }],
    nodes: new Set(['10.99.0.11', '10.244.1.254']),
    stack: ['thanos', 'thanos-nodes'],
    controller: { namespace: 'traefik', podLabels: { 'app.kubernetes.io/name': 'traefik' } },
  })
  return known
}

const of = (local: string, remote: string, state = 'ESTABLISHED') => ({ local, remote, state })
const network = (address: string, listening: string[], connections: Network['connections'], node = false): Network => ({
  node,
  addresses: [address],
  listening,
  connections,
})
const seen = (...networks: Network[]) => {
  const { made, attempted } = edgesIn(networks, parties(), ['10.244.1.0/24'])
  return { made: made.map(textOf), attempted: attempted.map(textOf) }
}

describe('what sockets show', () => {
  it('is the same at the client, which sees the Service, and at the server', () => {
    const client = network('10.244.1.1', ['[::]:9090'], [of('10.244.1.1:40000', '10.96.0.2:10902')])
    const server = network('10.244.1.2', ['[::]:10902'], [of('10.244.1.2:10902', '10.244.1.1:40000', 'TIME_WAIT')])
    expect(seen(client).made).toEqual(['prometheus → thanos-query:10902'])
    expect(seen(server).made).toEqual(['prometheus → thanos-query:10902'])
  })

  it('names who is outside of the stack', () => {
    const { made } = seen(
      network(
        '10.244.1.1',
        [],
        [
          of('10.244.1.1:40000', '10.96.0.1:443'),
          of('10.244.1.1:40001', '10.99.0.11:6443'),
          of('10.244.1.1:40002', '10.96.0.3:8333'),
          of('10.244.1.1:40003', '10.99.0.11:9100'),
          of('10.244.1.1:40004', '10.99.0.11:10250'),
          of('10.244.1.1:40005', '192.0.2.1:443'),
        ],
      ),
    )
    expect(made).toEqual([
      'prometheus → kubernetes-api',
      'prometheus → kubernetes-api',
      'prometheus → object-store',
      'prometheus → node-exporter:9100',
      'prometheus → kubelet',
      'prometheus → 192.0.2.1:443',
    ])
  })

  it('leaves out probes of nodes, what nodes themselves ask, and pods that are gone', () => {
    const server = network(
      '10.244.1.2',
      ['[::]:10902'],
      [of('10.244.1.2:10902', '10.244.1.254:40000'), of('10.244.1.2:10902', '10.244.1.77:40000')],
    )
    const node = network('10.99.0.11', ['[::]:9100'], [of('10.99.0.11:40000', '10.244.1.2:10902')], true)
    expect(seen(server, node).made).toEqual([])
  })

  it('knows the server of a connection also when it listens no longer', () => {
    const ending = network(
      '10.244.1.2',
      [],
      [of('10.244.1.2:10902', '10.244.1.1:40000', 'FIN_WAIT1'), of('10.244.1.2:10902', '10.244.1.254:34232')],
    )
    expect(seen(ending).made).toEqual(['prometheus → thanos-query:10902'])
  })

  it('tells what was tried in vain from what was made', () => {
    const client = network('10.244.1.5', [], [of('10.244.1.5:40000', '10.244.1.1:9090', 'SYN_SENT')])
    expect(seen(client)).toEqual({ made: [], attempted: ['e2e/probe → prometheus:9090'] })
  })
})

describe('the comparison', () => {
  const edge = (from: string, to: string) => ({ from, to })

  it('says what is missing, with what was tried, and what is more', () => {
    const comparison = new Comparison([
      'prometheus → thanos-query:10902',
      'thanos-query → thanos-store:10901',
      'grafana → thanos-query:10902',
    ])
    comparison.add({
      made: [edge('prometheus', 'thanos-query:10902')],
      attempted: [edge('thanos-query', 'thanos-store:10901')],
    })
    comparison.add({ made: [edge('e2e/probe', 'prometheus:9090'), edge('grafana', '192.0.2.1:443')], attempted: [] })
    expect(comparison.observed).toEqual(['prometheus → thanos-query:10902'])
    expect(comparison.missing).toEqual([
      'grafana → thanos-query:10902',
      'thanos-query → thanos-store:10901 (tried, no answer)',
    ])
    expect(comparison.more).toEqual(['e2e/probe → prometheus:9090', 'grafana → 192.0.2.1:443'])
  })

  it('takes no notice of others, and of questions about names', () => {
    const comparison = new Comparison([])
    comparison.add({
      made: [
        edge('e2e/probe', 'object-store'),
        edge('prometheus', 'dns'),
        edge('ingress-controller', 'kubernetes-api'),
      ],
      attempted: [],
    })
    expect(comparison.more).toEqual([])
  })
})

describe('stated edges', () => {
  const facts: Facts = {
    present: new Set(['prometheus', 'thanos-sidecar', 'thanos-query', 'alertmanager', 'config-reloader']),
    ways: dataPathsOf({ mode: 'sidecar-mode', migration: null, sendsTo: null }),
    spec: modeDefaults('sidecar-mode', 'x'),
  }
  const stated = statedEdges(facts, 2)

  it('are between pods: containers share theirs', () => {
    expect(stated.get('thanos-query → prometheus:10901')?.map((row) => row.to)).toEqual(['thanos-sidecar'])
    expect([...stated.keys()]).toContain('prometheus → alertmanager:8080')
    expect([...stated.keys()]).not.toContain('prometheus → thanos-rule:8080')
  })

  it('have no gossip of an Alertmanager that is alone', () => {
    expect([...statedEdges(facts, 1).keys()]).not.toContain('alertmanager → alertmanager:9094')
  })

  it('have no UDP, which no socket shows', () => {
    expect(stated.get('alertmanager → alertmanager:9094')?.map((row) => row.port)).toEqual(['gossip'])
  })
})

it('expects no port of a part that the cluster does not have, although it would be in these pods', () => {
  const ports = portsOfPods(
    new Map([['prometheus', [pod('thanos', 'prometheus', '10.244.1.7')]]]),
    [network('10.244.1.7', ['[::]:9090'], [])],
    { present: new Set(['prometheus']), alertmanagers: 2 },
  )
  expect(ports.map(({ address }) => address)).toEqual(['10.244.1.7:9090'])
})

it('tries the ports that the table knows, and those at which someone listens besides', () => {
  const ports = portsOfPods(
    new Map([['alertmanager', [pod('thanos', 'alertmanager', '10.244.1.6')]]]),
    [network('10.244.1.6', ['[::]:9093', '[::]:9094', '0.0.0.0:7777'], [])],
    { present: new Set(['alertmanager', 'config-reloader']), alertmanagers: 2 },
  )
  expect(ports.map(({ address, listening }) => [address, listening])).toEqual([
    ['10.244.1.6:7777', true],
    ['10.244.1.6:8080', false],
    ['10.244.1.6:9093', true],
    ['10.244.1.6:9094', true],
  ])
})

it('does not try the port for gossip of an Alertmanager that is alone', () => {
  const alone = [pod('thanos', 'alertmanager', '10.244.1.6')]
  const ports = portsOfPods(new Map([['alertmanager', alone]]), [network('10.244.1.6', ['[::]:9093'], [])], {
    present: new Set(['alertmanager']),
    alertmanagers: 1,
  })
  expect(ports.map(({ port }) => port)).toEqual([9093])
})

it('knows IPv4 ranges', () => {
  expect(isWithin('10.244.3.7', '10.244.3.0/24')).toBe(true)
  expect(isWithin('10.244.4.7', '10.244.3.0/24')).toBe(false)
  expect(isWithin('fd00::1', '10.244.3.0/24')).toBe(false)
})

it('adds up pings of all peers', () => {
  const metrics =
    'alertmanager_cluster_pings_seconds_count{peer="a"} 12\nalertmanager_cluster_pings_seconds_sum{peer="a"} 1\nalertmanager_cluster_pings_seconds_count{peer="b"} 3\n'
  expect(pingsIn(metrics)).toBe(15)
})
