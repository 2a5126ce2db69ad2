import {
  components,
  componentNames,
  componentOf,
  type ComponentName,
  isComponentName,
  pageNames,
  type PageName,
  pages,
} from '@thanos-fleet/catalog'
import { dataSourceAddresses, type ObjectStore, ownTarget, usesMemcached } from '@thanos-fleet/cluster-spec'
import type { Condition, Facts } from './facts.ts'
import type { Api, Party } from './parties.ts'

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

type Row = Connection & { when: Condition }

/** Who is where they could meet; a connection that also depends on settings has a condition. */
const always: Condition = () => true
const severalAlertmanagers: Condition = ({ spec }) => (spec.alertmanager?.replicas ?? 0) > 1
const alertsElsewhere: Condition = ({ spec }) => spec.externalAlertmanagers !== null
const stateful: Condition = ({ spec }) => spec.rule?.kind === 'stateful'

/**
 * Who calls whom: the only place where a connection is stated, with the condition under which it exists. Flags, endpoint
 * files, NetworkPolicies, scrape jobs and pictures are derived from it. A row holds where both parties are present and its
 * condition, if it has one, is met.
 */
const table: Row[] = [
  reads('thanos-sidecar', ({ ways }) => ways.readSidecars),
  reads('thanos-receive-ingestor', ({ ways }) => ways.readIngestors),
  reads('thanos-store'),
  reads('thanos-rule', stateful),
  row(
    'thanos-query',
    'reads series from',
    'remote-storeapi',
    '',
    'StoreAPI',
    ({ spec }) => spec.query.extraEndpoints.length > 0,
  ),
  row('thanos-query', 'reads series from', 'read-clusters', '', 'StoreAPI', ({ spec }) => spec.links.reads.length > 0),

  row('thanos-query-frontend', 'splits and caches queries to', 'thanos-query', 'http', 'Query API'),
  row('grafana', 'queries', 'thanos-query-frontend', 'http', 'Query API'),
  row(
    'grafana',
    'queries',
    'thanos-query',
    'http',
    'Query API',
    ({ present }) => !present.has('thanos-query-frontend'),
  ),
  row('thanos-rule', 'evaluates rules at', 'thanos-query', 'http', 'Query API'),
  ...(['thanos-receive-router', 'thanos-receive-edge'] as const).map((router) =>
    row(router, 'counts the series of tenants at', 'thanos-query', 'http', 'Query API', limitsHeadSeries),
  ),

  row(
    'prometheus',
    'remote-writes to',
    'thanos-receive-router',
    'remote-write',
    'remote write',
    ({ ways }) => ways.remoteWrite,
  ),
  row(
    'thanos-rule',
    'remote-writes results to',
    'thanos-receive-router',
    'remote-write',
    'remote write',
    ({ spec }) => spec.rule?.kind === 'stateless',
  ),
  row('thanos-receive-router', 'forwards series to', 'thanos-receive-ingestor', 'grpc', 'remote write'),
  row('thanos-receive-edge', 'forwards series to', 'thanos-receive-ingestor', 'grpc', 'remote write'),
  row(
    'prometheus',
    'sends everything to',
    'written-cluster',
    '',
    'remote write',
    ({ spec }) => spec.links.writesTo !== null,
  ),
  row(
    'prometheus',
    'remote-writes to',
    'remote-write-endpoints',
    '',
    'remote write',
    ({ spec }) => spec.prometheus.remoteWrite.length > 0,
  ),
  row(
    'remote-write-clients',
    'remote-write to',
    'thanos-receive-router',
    'remote-write',
    'remote write',
    ({ spec }) => spec.networkPolicy.clients.remoteWrite.length > 0,
  ),
  row(
    'otlp-clients',
    'send metrics to',
    'prometheus',
    'http',
    'OTLP',
    ({ spec }) => spec.prometheus.otlp !== null && spec.networkPolicy.clients.otlp.length > 0,
  ),

  row('prometheus', 'sends alerts to', 'alertmanager', 'http', 'alerts'),
  row('thanos-rule', 'sends alerts to', 'alertmanager', 'http', 'alerts'),
  row('prometheus', 'sends alerts to', 'external-alertmanagers', '', 'alerts', alertsElsewhere),
  row('thanos-rule', 'sends alerts to', 'external-alertmanagers', '', 'alerts', alertsElsewhere),
  row('alertmanager', 'shares silences with', 'alertmanager', 'gossip', 'gossip', severalAlertmanagers),
  row('alertmanager', 'shares silences with', 'alertmanager', 'gossip-udp', 'gossip', severalAlertmanagers),
  row('alertmanager', 'notifies', 'alert-receivers', '', 'notifications'),

  ...blocks('thanos-sidecar', 'uploads blocks to'),
  ...blocks('thanos-receive-ingestor', 'uploads blocks to'),
  ...blocks('thanos-rule', 'uploads blocks to', stateful),
  ...blocks('thanos-store', 'reads blocks from'),
  ...additionalBlocks('thanos-store', 'reads blocks from'),
  ...blocks('thanos-compact', 'compacts blocks in'),
  ...blocks('thanos-bucket-web', 'lists blocks of'),

  row('thanos-store', 'caches in', 'memcached', 'client', 'cache', ({ spec }) => usesMemcached(spec, 'store')),
  row('thanos-query-frontend', 'caches in', 'memcached', 'client', 'cache', ({ spec }) =>
    usesMemcached(spec, 'queryFrontend'),
  ),
  row('grafana', 'keeps its state in', 'database', '', 'SQL', ({ spec }) => spec.grafana?.database != null),
  row('grafana', 'queries', 'data-sources', '', 'data source', ({ spec }) =>
    dataSourceAddresses(spec).some((text) => ownTarget(spec, text) === null),
  ),
  row('grafana', 'logs people in at', 'login-provider', '', 'login', ({ spec }) => spec.grafana?.auth.oidc != null),

  row('prometheus', 'discovers targets at', 'kubernetes-api', '', 'Kubernetes API'),
  row('prometheus', 'scrapes', 'kubelet', '', 'metrics', ({ spec }) => spec.prometheus.kubeletAccess === 'direct'),
  row(
    'prometheus',
    'scrapes',
    'extra-targets',
    '',
    'metrics',
    ({ spec }) => spec.networkPolicy.scrapeTargets.length > 0,
  ),
  row('kube-state-metrics', 'watches objects at', 'kubernetes-api', '', 'Kubernetes API'),
  ...componentNames.map((name) => row('prometheus', 'scrapes', name, components[name].metrics, 'metrics')),

  ...componentNames
    .filter(traces)
    .map((name) => row(name, 'sends spans to', 'tracing-collector', '', 'traces', ({ spec }) => spec.tracing !== null)),

  ...pageNames.flatMap(page),
]

const known = new WeakMap<Facts, readonly Connection[]>()

/** The connections of a cluster with these facts, in the order of the table; made once for each. */
export function connectionsOf(facts: Facts): readonly Connection[] {
  const before = known.get(facts)
  if (before !== undefined) return before
  const there = (party: Party) => !isComponent(party) || facts.present.has(party)
  const stated = table
    .filter(({ from, to, when }) => there(from) && there(to) && when(facts))
    .map(({ from, to, port, api, verb }): Connection => ({ from, to, port, api, verb }))
  const connections = [...stated, ...ownDataSources(facts, stated).filter(({ to }) => there(to))]
  known.set(facts, connections)
  return connections
}

/** Components of the stack that Grafana is told to ask beside Query, such as Alertmanager. */
function ownDataSources({ spec }: Facts, stated: readonly Connection[]): Connection[] {
  const found = dataSourceAddresses(spec).flatMap((text): Connection[] => {
    const listener = ownTarget(spec, text)?.listener
    if (listener == null) return []
    return [{ from: 'grafana', to: listener.component, port: listener.port, api: 'data source', verb: 'queries' }]
  })
  const isSame = (one: Connection, other: Connection) =>
    one.from === other.from && one.to === other.to && one.port === other.port
  return found.filter((one, index) => ![...stated, ...found.slice(0, index)].some((other) => isSame(one, other)))
}

/** Whether the party is a part of the stack, and not something outside of it. */
export function isComponent(party: Party): party is ComponentName {
  return isComponentName(party)
}

function row(from: Party, verb: string, to: Party, port: string, api: Api, when = always): Row {
  return { from, to, port, api, verb, when }
}

function reads(to: ComponentName, when = always): Row {
  return row('thanos-query', 'reads series from', to, 'grpc', 'StoreAPI', when)
}

/** Whoever works on the bucket gets its credentials from the same place, if not from a Secret. */
function blocks(from: ComponentName, verb: string, when = always): Row[] {
  const remote: Condition = (facts) => !isFolder(facts.spec.objectStore) && when(facts)
  const identified: Condition = (facts) =>
    facts.spec.objectStore !== null && hasIdentity(facts.spec.objectStore) && when(facts)
  return [
    row(from, verb, 'object-store', '', 'blocks', remote),
    row(from, 'gets credentials from', 'identity-provider', '', 'credentials', identified),
  ]
}

/** Nobody else comes near the buckets that are only read. */
function additionalBlocks(from: ComponentName, verb: string): Row[] {
  const some: Condition = ({ spec }) => spec.additionalBuckets.length > 0
  const identified: Condition = ({ spec }) => spec.additionalBuckets.some(({ objectStore }) => hasIdentity(objectStore))
  return [
    row(from, verb, 'additional-buckets', '', 'blocks', some),
    row(from, 'gets credentials from', 'additional-identity-providers', '', 'credentials', identified),
  ]
}

/** A bucket that no connection leads to; neither does one to none. */
function isFolder(store: ObjectStore | null): boolean {
  return store === null || store.type === 'FILESYSTEM'
}

function hasIdentity(store: ObjectStore): boolean {
  return store.type !== 'FILESYSTEM' && 'workloadIdentity' in store.credentials
}

/** A page that has a host is published where the first component is that could have it. */
function page(name: PageName): Row[] {
  const { at } = pages[name]
  return at.map(({ component, port }, index) =>
    row(
      'ingress-controller',
      'publishes',
      component,
      port,
      'web page',
      ({ spec, present }) =>
        (spec.ingress?.hosts[name] ?? null) !== null &&
        !at.slice(0, index).some((place) => present.has(place.component)),
    ),
  )
}

/** Programs that send spans where they are told to. */
function traces(name: ComponentName): boolean {
  return componentOf(name).images.some((image) => ['thanos', 'prometheus', 'alertmanager'].includes(image))
}

/** Routers ask for the series of tenants where a limit on them is set. */
function limitsHeadSeries({
  spec: {
    receive: { limits },
  },
}: Facts): boolean {
  return [limits.default, ...Object.values(limits.tenants)].some((limit) => (limit.headSeries ?? 0) > 0)
}
