import { allowedOfOtherClusters, specialOfOtherClusters } from './other-clusters.ts'
import type { Trial } from './trial.ts'

/**
 * What is known of the settings of cluster.yaml beside its schema. Whoever adds a setting that is only allowed, or only
 * does something, together with others adds a context here.
 */

const s3 = { type: 'S3', bucket: 'thanos', endpoint: 's3.example.com', credentials: { secret: 'thanos-objstore' } }

const sidecar = { name: 'x', mode: 'sidecar-mode', objectStore: s3 }
const receive = { name: 'x', mode: 'receive-mode', objectStore: s3 }
const development = { name: 'x', mode: 'dev-filesystem-objstore' }

const memcached = { type: 'memcached' }
const cached = { ...receive, store: { indexCache: memcached } }

const hosts = { query: 'thanos.example.com' }
const access = { tls: { secret: 'web-tls' }, authentication: { basicAuthSecret: 'web-users' } }
const published = { ...sidecar, ingress: { hosts, ...access } }
const gateway = {
  ...sidecar,
  ingress: {
    kind: 'Gateway',
    gateway: { name: 'public', namespace: 'gateways', sectionName: 'https', grpcSectionName: 'grpc' },
    hosts: { ...hosts, queryGrpc: 'grpc.example.com' },
    tls: access.tls,
    authentication: { gatewayFilter: { group: 'gateway.example.com', kind: 'Policy', name: 'web-users' } },
  },
}

const storeApi = {
  ...sidecar,
  ingress: {
    ...published.ingress,
    hosts: { ...hosts, queryGrpc: 'grpc.example.com' },
    clientAuthority: { secret: 'readers' },
  },
}
const ownGateway = { ...sidecar, ingress: { ...published.ingress, kind: 'Gateway', class: 'traefik' } }

const sharedVolume = { type: 'FILESYSTEM', volume: { accessMode: 'ReadWriteMany' } }
const anyNode = { topology: { antiAffinity: 'none', zoneSpread: 'none' } }

const sections = [
  ...['prometheus', 'query', 'queryFrontend', 'compact', 'rule', 'bucketWeb', 'alertmanager'],
  ...['nodeExporter', 'kubeStateMetrics', 'grafana', 'memcached'],
]

/** Pods of all components have the same settings. */
function ofAllPods(settings: object): Record<string, unknown> {
  return {
    ...receive,
    ...Object.fromEntries(sections.map((section) => [section, settings])),
    store: { ...settings, indexCache: memcached },
    receive: { router: settings, ingestor: settings },
  }
}

/** A bucket of every provider whose client takes a private authority, with one. */
const withAuthority = [
  s3,
  { type: 'GCS', bucket: 'thanos' },
  { type: 'AZURE', storageAccount: 'thanos', container: 'thanos' },
  { type: 'COS', bucket: 'thanos', region: 'ap-guangzhou', appId: '1250000000' },
  { type: 'SWIFT', authUrl: 'https://one.example.com/v3', container: 'thanos', region: 'a', projectName: 'a' },
  { type: 'OBS', bucket: 'thanos', endpoint: 'obs.example.com' },
].map((store) => ({ credentials: s3.credentials, ...store, ca: { secret: 'company-ca' } }))

const relabelling = [
  [{ sourceLabels: ['a'], separator: '-', regex: 'b', targetLabel: 'c' }],
  [{ action: 'keep', sourceLabels: ['a'], regex: 'b' }],
  [{ action: 'keepequal', sourceLabels: ['a'], targetLabel: 'c' }],
  [{ action: 'labeldrop', regex: 'b' }],
  [{ action: 'hashmod', sourceLabels: ['a'], modulus: 7, targetLabel: 'c' }],
]

const authorities = [{ secret: 'company-ca' }, { configMap: 'company-ca' }]

/** Prometheus with everything that its ways out and its jobs can be about. */
const writing = relabelling.flatMap((steps) =>
  [{ serverName: 'a' }, ...authorities.map((ca) => ({ ca }))].map((tlsConfig) => ({
    ...receive,
    prometheus: {
      ...{ otlp: true, exemplars: true, scrapeNativeHistograms: true },
      remoteWrite: [
        {
          ...{ name: 'a', url: 'https://one.example.com', tlsConfig, writeRelabelConfigs: steps },
          queueConfig: { maxBackoff: '1y' },
        },
      ],
      metricRelabelConfigs: { kubelet: steps },
    },
    networkPolicy: { clients: { otlp: [{ namespace: 'a' }] } },
  })),
)

const login = {
  ...{ to: 'a@example.com', from: 'b@example.com', smarthost: 'smtp.example.com:465' },
  ...{ username: 'a', passwordSecret: 'mail' },
}

function mailing(email: unknown): Record<string, unknown> {
  return { ...sidecar, alertmanager: { receivers: [{ name: 'a', email }] } }
}

/** Contexts of settings that are not allowed, or do nothing, in those of all. */
const special: Trial['special'] = [
  ...specialOfOtherClusters,
  { for: /^mode$/, document: { name: 'x', mode: 'receive-mode', objectStore: sharedVolume } },
  { for: /^channel$/, document: sidecar, fleet: 'versions: { channels: { next: { thanos: { tag: v1 } } } }' },
  { for: /^migration/, document: { ...sidecar, migration: { to: 'receive-mode', step: 'receivers' } } },
  { for: /^migration/, document: { ...receive, migration: { to: 'sidecar-mode', step: 'read-both' } } },
  { for: /^images\.mirrors/, document: { ...sidecar, images: { mirrors: { 'quay.io': 'a' } } } },
  { for: /^storage\.local/, document: { ...sidecar, ...anyNode, storage: { local: { nodes: ['a'] } } } },
  { for: /^ingress/, document: published },
  { for: /^ingress\.(class|port)$/, document: ownGateway },
  { for: /^ingress\.(clientAuthority|hosts\.queryGrpc)/, document: storeApi },
  { for: /^ingress/, document: gateway },
  { for: /\.tolerations\[\]/, document: ofAllPods({ tolerations: [{ key: 'a' }] }) },
  {
    for: /\.nodeAffinity\[\]/,
    document: ofAllPods({ nodeAffinity: [{ key: 'a', operator: 'In', values: ['a'] }] }),
  },
  { for: /\.nodeAffinity\[\]/, document: ofAllPods({ nodeAffinity: [{ key: 'a', operator: 'Exists' }] }) },
  ...withAuthority.flatMap((store) => bucketsWith(`\\(${store.type}\\)\\.ca\\.key$`, store)),
  ...withAuthority.flatMap((store) =>
    bucketsWith(`\\(${store.type}\\)\\.ca\\.configMap$`, { ...store, ca: { configMap: 'company-ca' } }),
  ),
  { for: /^additionalBuckets/, document: withAdditional({ type: 'GCS', bucket: 'old', credentials: s3.credentials }) },
  ...writing.map((document) => ({
    for: /^prometheus\.(remoteWrite|metricRelabelConfigs)|^networkPolicy\.clients/,
    document,
  })),
  {
    for: /^prometheus\.otlp\.ignoreResourceAttributes/,
    document: { ...sidecar, prometheus: { otlp: { promoteAllResourceAttributes: true } } },
  },
  ...authorities.map((ca) => ({
    for: /^alertmanager\.external/,
    document: { ...sidecar, alertmanager: { external: { addresses: ['a:9093'], tlsConfig: { ca } } } },
  })),
  {
    for: /^alerts\.\*\.thresholds/,
    document: { ...sidecar, alerts: { ThanosCompactBacklog: { thresholds: { compactions: 30 } } } },
  },
  { for: /^alerts\./, document: { ...sidecar, alerts: { ThanosCompactHalted: {} } } },
  {
    for: /^storage\.local\.zones/,
    document: {
      ...receive,
      ...anyNode,
      storage: { local: { nodes: ['a', 'b'], zones: { z: ['a'] } } },
      receive: { replicationFactor: 1, hashrings: [{ name: 'default', zones: ['z'] }] },
    },
  },
  {
    for: /^networkPolicy\.servicePorts/,
    document: {
      ...sidecar,
      objectStore: { ...s3, endpoint: 'rgw.storage.svc:80' },
      networkPolicy: { servicePorts: { storage: [1] } },
    },
  },
  { for: /^extra\.globalRules/, document: { ...receive, rule: {} } },
  { for: /^extra\.scrapeJobs/, document: { ...sidecar, networkPolicy: { enabled: false } } },
  { for: /^memcached/, document: cached },
  { for: /^store\.timePartitions/, document: withPartitions([{ name: 'all' }]) },
  {
    for: /^store\.timePartitions\[\]\.maxTime/,
    document: withPartitions([
      { name: 'old', maxTime: '-3w' },
      { name: 'new', minTime: '-5w' },
    ]),
  },
  {
    for: /^store\.timePartitions\[\]\.minTime/,
    document: {
      ...withPartitions([{ name: 'new' }]),
      compact: { retention: { raw: '10d', fiveMinutes: '10d', oneHour: '10d' } },
    },
  },
  {
    for: /^compact\.shards/,
    document: {
      ...sidecar,
      externalLabels: { cluster: 'a', region: 'a' },
      compact: { shards: [{ name: 'one', label: 'cluster', values: ['a'] }] },
    },
  },
  {
    for: /^compact\.shards\[\]\.values/,
    document: {
      ...sidecar,
      compact: {
        shards: [
          { name: 'one', label: 'cluster', values: ['a'] },
          { name: 'rest', label: 'cluster' },
        ],
      },
    },
  },
  {
    for: /^receive\.hashrings/,
    document: {
      ...receive,
      receive: { hashrings: [{ name: 'gold', tenants: ['bank'], zones: ['z'] }, { name: 'rest' }] },
    },
  },
  {
    for: /^alertmanager/,
    document: {
      ...sidecar,
      alertmanager: {
        receivers: ['a', 'b'].map((name) => ({ name, webhook: { urlSecret: 'alerts' } })),
        routes: [{ receiver: 'b', matchers: ['severity="critical"'], muteTimeIntervals: ['a'] }],
        timeIntervals: ['a', 'b'].map((name) => ({ name, intervals: [{ times: [{ start: '08:00', end: '20:00' }] }] })),
        inhibitRules: [{ sourceMatchers: ['a="b"'], targetMatchers: ['a="c"'] }],
      },
    },
  },
  { for: /^alertmanager\.receivers\[\]\.email\./, document: mailing(login) },
  { for: /^alertmanager\.receivers\[\]\.email\[\]\./, document: mailing([login]) },
  { for: /^grafana/, document: { ...sidecar, grafana: { database: { type: 'postgres', urlSecret: 'database' } } } },
  { for: /^grafana\.auth/, document: loggingIn({ roleAttributePath: 'role' }) },
]

function loggingIn(oidc: object): Record<string, unknown> {
  const urls = { authUrl: 'https://id.example.com/authorize', tokenUrl: 'https://id.example.com/token' }
  return {
    ...sidecar,
    ingress: { hosts: { grafana: 'grafana.example.com' }, ...access },
    grafana: { auth: { oidc: { clientId: 'a', clientSecret: 'a', ...urls, ...oidc } } },
  }
}

/** The cluster's own bucket, and one that it only reads. */
function bucketsWith(pattern: string, objectStore: object): Trial['special'][number][] {
  return [
    { for: new RegExp(`^objectStore${pattern}`), document: { ...sidecar, objectStore } },
    { for: new RegExp(`^additionalBuckets\\[\\]\\.objectStore${pattern}`), document: withAdditional(objectStore) },
  ]
}

function withAdditional(objectStore: object): Record<string, unknown> {
  const own = { ...s3, bucket: 'own' }
  return { ...sidecar, objectStore: own, additionalBuckets: [{ name: 'old', objectStore }] }
}

function withPartitions(timePartitions: readonly object[]): Record<string, unknown> {
  return { ...sidecar, store: { timePartitions } }
}

/** Values of settings whose form does not tell which of them are allowed. */
const allowed: Trial['allowed'] = [
  ...allowedOfOtherClusters,
  { for: /^channel$/, values: ['stable', 'next'] },
  { for: /^ingress$/, values: [false, published.ingress, gateway.ingress] },
  { for: /^ingress\.gateway$/, values: [gateway.ingress.gateway, { ...gateway.ingress.gateway, name: 'a' }] },
  { for: /^ingress\.clientAuthority$/, values: [{ secret: 'a' }, { secret: 'b' }] },
  { for: /^ingress\.class$/, values: ['traefik', 'traefik-internal'] },
  { for: /^alertmanager\.(defaultReceiver|routes\[\]\.receiver)$/, values: ['a', 'b'] },
  { for: /^alertmanager\.routes\[\]\.(mute|active)TimeIntervals\[\]$/, values: ['a', 'b'] },
  { for: /^(additionalBuckets\[\]\.)?objectStore\([A-Z0-9]+\)\.ca$/, values: [null, { secret: 'company-ca' }] },
  { for: /^alertmanager\..*[mM]atchers\[\]$/, values: ['severity="info"', 'severity="warning"'] },
  { for: /^compact\.shards\[\]\.label$/, values: ['cluster', 'region'] },
  { for: /^extra\.scrapeJobs\[\]$/, values: ['scrape/a.yaml', 'scrape/b.yaml'] },
  { for: /^extra\.(rules|globalRules)\[\]$/, values: ['rules/a.yaml', 'rules/b.yaml'] },
  { for: /^extra\.alertTemplates\[\]$/, values: ['templates/a.tmpl', 'templates/b.tmpl'] },
  { for: /^extra\.dashboards\[\]$/, values: ['dashboards/a.json', 'dashboards/b.json'] },
]

export const clusterSettings: Pick<Trial, 'special' | 'general' | 'allowed' | 'exceptions'> = {
  special,
  general: [sidecar, receive, development],
  allowed,
  exceptions: [
    {
      for: /^migration\.to$/,
      kind: 'checked',
      why: 'says which steps may follow; what is deployed follows from mode and step',
    },
    {
      for: /^(additionalBuckets\[\]\.)?objectStore\((ALIYUNOSS|COS|SWIFT|OBS|BOS)\)\.credentials\.workloadIdentity\./,
      kind: 'refused',
      why: 'Thanos has no such client: it is in the schema so that the refusal can name the provider',
    },
    {
      for: /^(additionalBuckets\[\]\.)?objectStore\((ALIYUNOSS|BOS|OCI)\)\.ca$/,
      kind: 'checked',
      why: 'Thanos has no such client: it is in the schema so that the refusal can name the provider',
    },
    {
      for: /^(additionalBuckets\[\]\.)?objectStore\((ALIYUNOSS|BOS|OCI)\)\.ca\./,
      kind: 'refused',
      why: 'as that of ca itself',
    },
    { for: /^kubeStateMetrics\.replicas$/, kind: 'checked', why: 'more than one is refused, and says why' },
  ],
}
