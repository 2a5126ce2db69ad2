import { components, componentNames, type ComponentName, isComponentName } from '@thanos-fleet/catalog'

/** What is outside of the stack and takes part in connections. */
export type External = 'kubernetes-api' | 'kubelet' | 'object-store' | 'alert-receivers' | 'ingress-controller' | 'database' | 'remote-storeapi' | 'extra-targets'

export type Party = ComponentName | External

/** The protocol of a connection, as the field calls it. */
export type Api = 'StoreAPI' | 'Query API' | 'remote write' | 'alerts' | 'gossip' | 'blocks' | 'cache' | 'metrics' | 'web page' | 'Kubernetes API' | 'notifications' | 'SQL'

/** Something a cluster has or has not that decides about connections beyond the presence of both ends. */
export type Feature =
  | 'remote-write' | 'query-reads-sidecars' | 'query-reads-ingestors'
  | 'remote-object-store' | 'kubelet-direct' | 'stateful-rule' | 'stateless-rule' | 'store-memcached'
  | 'query-frontend-memcached' | 'external-database' | 'remote-storeapi' | 'head-series-limits' | 'extra-targets'
  | `page:${'prometheus' | 'query' | 'queryGrpc' | 'grafana' | 'alertmanager' | 'bucketWeb' | 'rule'}`

/** One fact: `from` opens connections to the port of `to` and speaks `api` there. */
export interface Connection {
  from: Party
  to: Party
  /** The port's name at `to`; of an external party there is one port, and its name is ''. */
  port: string
  api: Api
  /** Reads as a sentence between the two names: "reads series from". */
  verb: string
}

/** Which parts a cluster has, and the features that decide about connections. */
export interface Facts {
  present: ReadonlySet<ComponentName>
  features: ReadonlySet<Feature>
}

type Row = Connection & { only: Feature[] }

/**
 * Who calls whom: the only place where a connection is stated. Flags, endpoint files, NetworkPolicies, scrape jobs and
 * pictures are derived from it. A row holds where both parties are present and its features, if any, are all on.
 */
const table: Row[] = [
  reads('thanos-sidecar', 'query-reads-sidecars'),
  reads('thanos-receive-ingestor', 'query-reads-ingestors'),
  reads('thanos-store'),
  reads('thanos-rule', 'stateful-rule'),
  row('thanos-query', 'reads series from', 'remote-storeapi', '', 'StoreAPI', 'remote-storeapi'),

  row('thanos-query-frontend', 'splits and caches queries to', 'thanos-query', 'http', 'Query API'),
  row('grafana', 'queries', 'thanos-query-frontend', 'http', 'Query API'),
  row('thanos-rule', 'evaluates rules at', 'thanos-query', 'http', 'Query API'),
  row('thanos-receive-router', 'counts the series of tenants at', 'thanos-query', 'http', 'Query API', 'head-series-limits'),

  row('prometheus', 'remote-writes to', 'thanos-receive-router', 'remote-write', 'remote write', 'remote-write'),
  row('thanos-rule', 'remote-writes results to', 'thanos-receive-router', 'remote-write', 'remote write', 'stateless-rule'),
  row('thanos-receive-router', 'forwards series to', 'thanos-receive-ingestor', 'grpc', 'remote write'),

  row('prometheus', 'sends alerts to', 'alertmanager', 'http', 'alerts'),
  row('thanos-rule', 'sends alerts to', 'alertmanager', 'http', 'alerts'),
  row('alertmanager', 'shares silences with', 'alertmanager', 'gossip', 'gossip'),
  row('alertmanager', 'shares silences with', 'alertmanager', 'gossip-udp', 'gossip'),
  row('alertmanager', 'notifies', 'alert-receivers', '', 'notifications'),

  blocks('thanos-sidecar', 'uploads blocks to'),
  blocks('thanos-receive-ingestor', 'uploads blocks to'),
  blocks('thanos-rule', 'uploads blocks to', 'stateful-rule'),
  blocks('thanos-store', 'reads blocks from'),
  blocks('thanos-compact', 'compacts blocks in'),
  blocks('thanos-bucket-web', 'lists blocks of'),

  row('thanos-store', 'caches in', 'memcached', 'client', 'cache', 'store-memcached'),
  row('thanos-query-frontend', 'caches in', 'memcached', 'client', 'cache', 'query-frontend-memcached'),
  row('grafana', 'keeps its state in', 'database', '', 'SQL', 'external-database'),

  row('prometheus', 'discovers targets at', 'kubernetes-api', '', 'Kubernetes API'),
  row('prometheus', 'scrapes', 'kubelet', '', 'metrics', 'kubelet-direct'),
  row('prometheus', 'scrapes', 'extra-targets', '', 'metrics', 'extra-targets'),
  row('kube-state-metrics', 'watches objects at', 'kubernetes-api', '', 'Kubernetes API'),
  ...componentNames.map(name => row('prometheus', 'scrapes', name, components[name].metrics, 'metrics')),

  page('prometheus', 'http', 'page:prometheus'),
  page('thanos-query-frontend', 'http', 'page:query'),
  page('thanos-query', 'grpc', 'page:queryGrpc'),
  page('grafana', 'http', 'page:grafana'),
  page('alertmanager', 'http', 'page:alertmanager'),
  page('thanos-bucket-web', 'http', 'page:bucketWeb'),
  page('thanos-rule', 'http', 'page:rule'),
]

/** The connections of a cluster with these facts, in the order of the table. */
export function connectionsOf(facts: Facts): Connection[] {
  const there = (party: Party) => !isComponent(party) || facts.present.has(party)
  return table
    .filter(row => there(row.from) && there(row.to) && row.only.every(feature => facts.features.has(feature)))
    .map(({ from, to, port, api, verb }) => ({ from, to, port, api, verb }))
}

/** Whether the party is a part of the stack, and not something outside of it. */
export function isComponent(party: Party): party is ComponentName {
  return isComponentName(party)
}

function row(from: Party, verb: string, to: Party, port: string, api: Api, ...only: Feature[]): Row {
  return { from, to, port, api, verb, only }
}

function reads(to: ComponentName, ...only: Feature[]): Row {
  return row('thanos-query', 'reads series from', to, 'grpc', 'StoreAPI', ...only)
}

function blocks(from: ComponentName, verb: string, ...only: Feature[]): Row {
  return row(from, verb, 'object-store', '', 'blocks', 'remote-object-store', ...only)
}

function page(to: ComponentName, port: string, only: Feature): Row {
  return row('ingress-controller', 'publishes', to, port, 'web page', only)
}
