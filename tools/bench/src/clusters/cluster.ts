import { stringify } from 'yaml'
import { randomMail, randomNetworkPolicy } from './addresses.ts'
import { randomComponents } from './components.ts'
import { maybe } from './maybe.ts'
import { randomIngress } from './ingress.ts'
import { randomObjectStore } from './object-store.ts'
import { type Random, random } from './random.ts'

/** A cluster.yaml and the name of its folder. */
export interface RandomCluster {
  name: string
  text: string
}

/**
 * A cluster as a team would write it, of a mixed fleet: any mode, object store, kind of ingress; shards, zones and overrides.
 * What is measured on it stays comparable. Tests of what all clusters have to keep make theirs of the schema instead.
 *
 * @param index its place in the fleet, which makes its name and external labels differ from all others
 * @param seed equal seeds give equal fleets
 */
export function randomCluster(index: number, seed: number): RandomCluster {
  const name = `cluster-${String(index).padStart(4, '0')}`
  const chosen = random(seed * 100_003 + index)
  const cluster = chosen.chance(0.1) ? development(chosen, name) : production(chosen, name)
  return { name, text: stringify({ name, ...cluster }) }
}

function development(random: Random, name: string): object {
  return {
    mode: 'dev-filesystem-objstore',
    externalLabels: { cluster: name, region: 'local' },
    topology: { singleNode: `node-${random.between(1, 9)}` },
    ...rule(random),
    ...alertmanager(random),
  }
}

function production(random: Random, name: string): object {
  const mode = random.pick(['sidecar-mode', 'receive-mode'])
  const ingress = random.chance(0.7) ? randomIngress(random, name) : null
  return {
    mode,
    ring: random.pick(['canary', 'early', 'production']),
    channel: random.pick(['stable', 'next']),
    externalLabels: { cluster: name, region: random.pick(['eu-central', 'eu-west', 'us-east', 'ap-south']) },
    objectStore: randomObjectStore(random, name),
    ...maybe(random, 0.1, () => ({ namespace: 'monitoring' })),
    ...storage(random),
    networkPolicy: randomNetworkPolicy(random),
    ...(ingress === null ? {} : { ingress }),
    ...randomComponents(random, ingress !== null && 'grafana' in ingress.hosts),
    ...(mode === 'receive-mode' ? maybe(random, 0.6, () => ({ receive: receive(random) })) : {}),
    ...rule(random),
    ...alertmanager(random),
  }
}

/** Three nodes in each zone, as many as the ingestors of one. */
const zones = {
  a: ['node-1', 'node-4', 'node-7'],
  b: ['node-2', 'node-5', 'node-8'],
  c: ['node-3', 'node-6', 'node-9'],
}
const local = { nodes: Array.from({ length: 9 }, (_, index) => `node-${index + 1}`), zones }

function storage(random: Random): object {
  return random.pick([
    {},
    { storage: { class: 'fast' } },
    { storage: { local }, topology: { zoneSpread: 'none' } },
  ])
}

/** The hashrings hold at least three ingestors, as the replication factor of the mode asks. */
function receive(random: Random): object {
  const zones = { hashrings: [{ name: 'default', replicas: random.between(1, 3), zones: ['a', 'b', 'c'] }] }
  const tenants = {
    hashrings: [{ name: 'gold', tenants: ['bank', 'bank-*'], replicas: random.between(3, 4) }, { name: 'default' }],
    limits: { default: { headSeries: 1_000_000 }, tenants: { shop: { headSeries: 50_000 } } },
  }
  return random.pick([zones, tenants, { ingestor: { volumeSize: '50Gi' } }])
}

function rule(random: Random): object {
  return maybe(random, 0.6, () => ({ rule: {} }))
}

function alertmanager(random: Random): object {
  const slack = { name: 'slack', slack: { urlSecret: { name: 'alerts', key: 'slack-url' }, channel: '#alerts' } }
  const pager = { name: 'pager', pagerduty: { routingKeySecret: 'alerts' } }
  const receivers = [{ name: 'webhook', webhook: { urlSecret: 'alerts' } }, ...randomMail(random)]
  if (random.chance(0.5)) return { alertmanager: { receivers } }
  return {
    alertmanager: {
      receivers: [...receivers, slack, pager],
      routes: [{ receiver: 'pager', matchers: ['severity="critical"'] }],
    },
  }
}
