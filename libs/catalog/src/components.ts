import type { Component, Port, Presence, Proof } from './component.ts'
import type { Mode } from './modes.ts'

/** In pods of their own, in the namespace of the stack, with nothing special: as most are. */
const usual = { inPodsOf: [], namespace: 'stack', network: 'pod', scrape: {} } as const

/**
 * The components of the stack: everything about them that is asked for outside of their own library. Services, jobs,
 * policies, pictures, checks of settings and validation follow. Every port number of the repository is here.
 */
export const components = {
  prometheus: {
    ...usual,
    title: 'Prometheus',
    service: 'prometheus-headless',
    ports: { http: 9090 },
    metrics: 'http',
    settings: { section: 'prometheus', kind: 'volume', replicas: 'section' },
    images: ['prometheus'],
    presence: always('nothing would be scraped'),
    proof: started(
      'prometheus',
      [/Completed loading of configuration file/, /Server is ready to receive web requests/],
      'promtool',
    ),
  },
  'thanos-sidecar': {
    ...usual,
    title: 'Thanos Sidecar',
    service: 'prometheus-headless',
    ports: { grpc: 10901, 'sidecar-http': 10902 },
    metrics: 'sidecar-http',
    inPodsOf: ['prometheus'],
    settings: { section: 'sidecar', kind: 'container', replicas: 'pods' },
    images: ['thanos'],
    presence: conditional('the mode decides: a cluster of receive-mode has none'),
    proof: thanos(/msg="starting sidecar"/),
  },
  'thanos-query': {
    ...usual,
    title: 'Thanos Query',
    service: 'thanos-query',
    ports: { http: 10902, grpc: 10901 },
    metrics: 'http',
    settings: { section: 'query', kind: 'workload', replicas: 'section' },
    images: ['thanos'],
    presence: leaves('nobody could query'),
    proof: thanos(/msg="initial DNS resolution completed"/, /msg="starting query node"/),
  },
  'thanos-query-frontend': {
    ...usual,
    title: 'Thanos Query Frontend',
    service: 'thanos-query-frontend',
    ports: { http: 10902 },
    metrics: 'http',
    settings: { section: 'queryFrontend', kind: 'workload', replicas: 'section' },
    images: ['thanos'],
    // Grafana and people ask Query then.
    presence: optional(),
    proof: thanos(/msg="starting query frontend"/),
  },
  'thanos-store': {
    ...usual,
    title: 'Thanos Store Gateway',
    service: 'thanos-store',
    ports: { grpc: 10901, http: 10902 },
    metrics: 'http',
    settings: { section: 'store', kind: 'volume', replicas: 'section' },
    images: ['thanos'],
    presence: leaves('everything older than the local retention would be missing from answers'),
    proof: thanos(/msg="loading index cache configuration"/, /msg="starting store node"/),
  },
  'thanos-compact': {
    ...usual,
    title: 'Thanos Compact',
    service: 'thanos-compact',
    ports: { http: 10902 },
    metrics: 'http',
    settings: { section: 'compact', kind: 'volume', replicas: 'one' },
    images: ['thanos'],
    presence: leaves('blocks would be neither compacted nor deleted, and the bucket grow forever'),
    proof: thanos(/msg="starting compact node"/),
  },
  'thanos-rule': {
    ...usual,
    title: 'Thanos Rule',
    service: 'thanos-rule',
    ports: { grpc: 10901, http: 10902 },
    metrics: 'http',
    settings: { section: 'rule', kind: 'volume', replicas: 'section' },
    images: ['thanos'],
    // Prometheus evaluates rules itself where it has the data.
    presence: optional('sidecar-mode', 'dev-filesystem-objstore'),
    proof: { ...thanos(/msg="reload rule files"/), configuration: 'thanos' },
  },
  'thanos-receive-router': {
    ...usual,
    title: 'Thanos Receive router',
    service: 'thanos-receive',
    ports: { http: 10902, 'remote-write': 19291 },
    metrics: 'http',
    settings: { section: 'receive.router', kind: 'workload', replicas: 'section' },
    images: ['thanos'],
    presence: conditional('the mode decides: a cluster of sidecar-mode has none'),
    proof: thanos(
      /mode=(RouterOnly|IngestorOnly)/,
      /msg="Set up hashring for the given hashring config\."|mode=IngestorOnly/,
    ),
  },
  'thanos-receive-edge': {
    ...usual,
    title: 'Thanos Receive edge router',
    service: 'thanos-receive-edge',
    ports: { http: 10902, 'remote-write': 19291 },
    metrics: 'http',
    settings: { section: 'receive.edge', kind: 'workload', replicas: 'section' },
    images: ['thanos'],
    presence: conditional('it is there while other clusters send to this one'),
    proof: thanos(/mode=RouterOnly/, /msg="Set up hashring for the given hashring config\."/),
  },
  'thanos-receive-ingestor': {
    ...usual,
    title: 'Thanos Receive ingestor',
    service: 'thanos-receive-ingestor',
    ports: { grpc: 10901, http: 10902 },
    metrics: 'http',
    settings: { section: 'receive.ingestor', kind: 'volume', replicas: 'hashrings' },
    images: ['thanos'],
    presence: conditional('the mode decides: a cluster of sidecar-mode has none'),
    proof: thanos(
      /mode=(RouterOnly|IngestorOnly)/,
      /msg="Set up hashring for the given hashring config\."|mode=IngestorOnly/,
    ),
  },
  'thanos-bucket-web': {
    ...usual,
    title: 'Thanos bucket web',
    service: 'thanos-bucket-web',
    ports: { http: 10902 },
    metrics: 'http',
    settings: { section: 'bucketWeb', kind: 'workload', replicas: 'section' },
    images: ['thanos'],
    presence: optional(),
    proof: thanos(/msg="loading bucket configuration"/),
  },
  alertmanager: {
    ...usual,
    title: 'Alertmanager',
    service: 'alertmanager',
    ports: { http: 9093, gossip: 9094, 'gossip-udp': udp(9094) },
    metrics: 'http',
    settings: { section: 'alertmanager', kind: 'volume', replicas: 'section' },
    images: ['alertmanager'],
    presence: optional(),
    proof: started('alertmanager', [/Starting Alertmanager/, /unable to join gossip mesh|Listening on/], 'amtool'),
  },
  'config-reloader': {
    ...usual,
    title: 'Configuration reloader',
    service: '',
    ports: { 'reloader-http': 8080 },
    metrics: 'reloader-http',
    inPodsOf: ['alertmanager', 'thanos-rule'],
    settings: null,
    images: ['config-reloader'],
    // It is beside whatever does not watch its files.
    presence: { by: 'pods' },
    proof: started('prometheus-config-reloader', [
      /Starting web server|msg="?started watching|Starting prometheus-config-reloader/i,
    ]),
  },
  'node-exporter': {
    ...usual,
    title: 'node-exporter',
    service: '',
    ports: { metrics: 9100 },
    metrics: 'metrics',
    namespace: 'nodes',
    network: 'host',
    settings: { section: 'nodeExporter', kind: 'workload', replicas: 'nodes' },
    images: ['node-exporter'],
    presence: optional(),
    proof: started('node_exporter', [/Listening on/]),
  },
  'kube-state-metrics': {
    ...usual,
    title: 'kube-state-metrics',
    service: 'kube-state-metrics',
    ports: { 'http-metrics': 8080, telemetry: 8081 },
    metrics: 'http-metrics',
    // Its series are about other pods: its own labels must not hide theirs.
    scrape: { honorLabels: true },
    settings: { section: 'kubeStateMetrics', kind: 'workload', replicas: 'one' },
    images: ['kube-state-metrics'],
    presence: optional(),
    proof: started('kube-state-metrics', [/Used resources|Starting kube-state-metrics/]),
  },
  grafana: {
    ...usual,
    title: 'Grafana',
    service: 'grafana',
    ports: { http: 3000 },
    metrics: 'http',
    settings: { section: 'grafana', kind: 'volume', replicas: 'section' },
    images: ['grafana'],
    presence: optional(),
    proof: unchecked('takes no arguments; its front end is in no module'),
  },
  memcached: {
    ...usual,
    title: 'memcached',
    service: 'memcached',
    ports: { client: 11211, metrics: 9150 },
    metrics: 'metrics',
    settings: { section: 'memcached', kind: 'workload', replicas: 'section' },
    images: ['memcached', 'memcached-exporter'],
    presence: conditional('it is there while a cache uses it: write those caches as {type: in-memory, maxSize}'),
    proof: unchecked("is no Go program of this repository's tools"),
  },
} as const satisfies Record<string, Component>

function udp(number: number): { udp: number } {
  return { udp: number } satisfies Port
}

function optional(...offIn: Mode[]): { by: 'section'; offIn: readonly Mode[] } {
  return { by: 'section', offIn } satisfies Presence
}

function always(because: string): { by: 'stack'; because: string } {
  return { by: 'stack', because } satisfies Presence
}

/** Without it a cluster is not worth having, unless another cluster does its work: that which it sends to. */
function leaves(because: string): { by: 'condition'; because: string } {
  return conditional(`${because}; a cluster with sendsTo has none`)
}

function conditional(because: string): { by: 'condition'; because: string } {
  return { by: 'condition', because } satisfies Presence
}

function unchecked(reason: string): { unchecked: string; configuration: null } {
  return { unchecked: reason, configuration: null } satisfies Proof
}

function started<const Tool extends string>(
  tool: Tool,
  milestones: RegExp[],
  configuration: Proof['configuration'] = null,
): { tool: Tool; milestones: RegExp[]; configuration: Proof['configuration'] } {
  return { tool, milestones, configuration }
}

/** The subcommands of Thanos say where they are in different words, and that they listen in the same. */
function thanos(...milestones: RegExp[]) {
  return started('thanos', [...milestones, /msg="listening for requests and metrics"/])
}
