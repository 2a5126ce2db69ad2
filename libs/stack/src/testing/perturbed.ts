import { type ClusterSpec, loadCluster } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import { parse, stringify } from 'yaml'
import { desired } from '../desired.ts'

/** A valid cluster in which one setting has another value. */
export interface Perturbed {
  /** In cluster.yaml, with dots. */
  setting: string
  /** Undefined if no other value was found that is valid. */
  spec: ClusterSpec | undefined
}

/** Mappings whose keys are the user's; they count as one setting. */
const freeKeys = new Set([
  'externalLabels',
  'alertLabels',
  'alerts',
  'labels',
  'nodeSelector',
  'podAnnotations',
  'annotations',
  'mirrors',
  'versions',
  'tenants',
  'metricRelabelConfigs',
])

/** What every component has and only its pods know. */
const passedOver = new Set([
  'resources',
  'nodeSelector',
  'tolerations',
  'priorityClassName',
  'podAnnotations',
  'storage',
  'storageClass',
  'logLevel',
  'extraFlags',
  'extraEnv',
  'extraVolumes',
  'hostAliases',
  'podLabels',
  'nodeAffinity',
])

const login = { authUrl: 'https://id.example.com/authorize', tokenUrl: 'https://id.example.com/token' }

/** Settings whose values no change of a single scalar gives. */
const alternatives: Readonly<Record<string, readonly unknown[]>> = {
  objectStore: [{ type: 'GCS', bucket: 'other', credentials: { secret: 'other' } }],
  additionalBuckets: [
    [{ name: 'other', objectStore: { type: 'GCS', bucket: 'other', credentials: { secret: 'other' } } }],
  ],
  'queryFrontend.cache': [{ type: 'in-memory', maxSize: '300MB' }, { type: 'memcached' }],
  'store.indexCache': [{ type: 'in-memory', maxSize: '300MB' }, { type: 'memcached' }],
  'store.chunkPool': ['1Gi'],
  'store.bucketCache': [{ type: 'in-memory', maxSize: '300MB' }, { type: 'memcached' }],
  'alertmanager.receivers': [[{ name: 'other', webhook: { urlSecret: 'other' } }]],
  'alertmanager.timeIntervals': [[{ name: 'nights', intervals: [{ times: [{ start: '00:00', end: '06:00' }] }] }]],
  'alertmanager.inhibitRules': [
    [{ sourceMatchers: ['severity="critical"'], targetMatchers: ['severity="info"'], equal: ['cluster'] }],
  ],
  'extra.alertTemplates': [['own.tmpl']],
  'objectStore.ca': [{ configMap: 'authority' }],
  'grafana.database': [{ type: 'postgres', urlSecret: 'other' }],
  'grafana.dataSources': [[{ name: 'Other', type: 'loki', url: 'https://loki.example.com' }]],
  'grafana.auth': [{ oidc: { clientId: 'other', clientSecret: 'other', ...login } }],
  'grafana.config': [{ snapshots: { enabled: false } }],
  'receive.hashrings': [[{ name: 'default', replicas: 4 }]],
  'query.extraEndpoints': [['thanos.example.com:10901']],
  'prometheus.kubeletAccess': ['direct', 'api-server-proxy'],
  grpcTls: [{ issuer: { name: 'ca', kind: 'ClusterIssuer' } }],
  tracing: [{ endpoint: 'collector.example.com:4317' }],
  'prometheus.remoteWrite': [[{ name: 'other', url: 'https://metrics.example.com/push' }]],
  'prometheus.metricRelabelConfigs': [{ kubelet: [{ sourceLabels: ['a'], regex: 'b', action: 'drop' }] }],
  'alertmanager.external': [{ addresses: ['alertmanager.example.com:9093'] }],
  'compact.shards': [
    [
      { name: 'a', label: 'region', values: ['eu'] },
      { name: 'b', label: 'region' },
    ],
  ],
  'ingress.hosts': [{ grafana: 'other.example.com' }],
  'rule.kind': ['stateless'],
  'extra.rules': [['rules.yaml']],
  'extra.globalRules': [['rules.yaml']],
  alertLabels: [{ team: 'other' }],
  'extra.scrapeJobs': [['jobs.yaml']],
  'extra.dashboards': [['board.json']],
  'alertmanager.routes': [[{ receiver: 'webhook', matchers: ['severity="critical"'] }]],
  migration: [{ to: 'receive-mode', step: 'dual-write' }],
}

/** Each setting of a cluster with another valid value, whether its cluster.yaml says it or has the default. */
export function perturbations(text: string): Perturbed[] {
  const raw: unknown = parse(text)
  const spec = specOf(raw)
  if (spec === undefined || !isObject(raw)) throw new Error('the cluster to begin with is invalid')
  // What follows from other clusters is no setting.
  const { links: _, ...settings } = spec
  const byType = leaves(settings, []).map(({ path, value }) => {
    const further = others(value).filter((other) => JSON.stringify(other) !== JSON.stringify(value))
    return { path, further }
  })
  const byName = Object.entries({ ...alternatives, alerts: [changedAlerts(spec)] }).map(([setting, further]) => ({
    path: setting.split('.'),
    further,
  }))
  return [...byType, ...byName].map(({ path, further }) => ({
    setting: path.join('.'),
    spec: firstOther(
      further.map((other) => replaced(raw, path, other)),
      spec,
    ),
  }))
}

/** Another label for every alert of a cluster, since each file has some of them. */
function changedAlerts(spec: ClusterSpec): object {
  const texts = desired(spec).configs.flatMap(({ files }) => Object.values(files))
  const names = texts.flatMap((text) => [...text.matchAll(/^ *- alert: (\w+)$/gm)].map(([, name]) => name))
  return Object.fromEntries(names.map((name) => [name, { labels: { other: 'x' } }]))
}

/** The first valid specification that is another one. */
function firstOther(documents: readonly unknown[], before: ClusterSpec): ClusterSpec | undefined {
  for (const document of documents) {
    const spec = specOf(document)
    if (spec !== undefined && JSON.stringify(spec) !== JSON.stringify(before)) return spec
  }
  return undefined
}

/** Files for `extra`. */
const extraFiles: Readonly<Record<string, string>> = {
  'rules.yaml': 'groups: [{ name: mine, rules: [{ record: "mine:up:sum", expr: sum(up) }] }]',
  'jobs.yaml': 'scrape_configs: [{ job_name: mine, static_configs: [] }]',
  'own.tmpl': '{{ define "own" }}{{ .Status }}{{ end }}',
  'board.json': '{ "uid": "mine", "title": "Mine", "panels": [] }',
}
const folder = {
  files: () => Object.keys(extraFiles),
  read: (path: string) => new TextEncoder().encode(extraFiles[path]),
}

function specOf(raw: unknown): ClusterSpec | undefined {
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text: stringify(raw) }, folder)
  return loaded.ok ? loaded.spec : undefined
}

interface Leaf {
  path: string[]
  value: unknown
}

/** Settings down to scalars, lists and mappings with free keys; sections also as a whole, since they may be off. */
function leaves(map: Record<string, unknown>, path: string[]): Leaf[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (passedOver.has(key)) return []
    const below = [...path, key]
    if (!isObject(value) || freeKeys.has(key)) return [{ path: below, value }]
    return [...(path.length === 0 ? [{ path: below, value: true }] : []), ...leaves(value, below)]
  })
}

function replaced(map: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const known = isObject(map) ? map : {}
  return { ...known, [key]: rest.length === 0 ? value : replaced(known[key], rest, value) }
}

/** Values that may be valid in the place of another. */
function others(value: unknown): unknown[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, value + 2, value - 1]
  if (typeof value === 'string') {
    const number = /\d+/.exec(value)?.[0] ?? '0'
    const numbers = [Number(number) + 1, Number(number) * 2, Math.ceil(Number(number) / 2)]
    return [
      ...numbers.map((one) => value.replace(/\d+/, String(one))).filter((text) => text !== value),
      `${value}x`,
      'debug',
      'stable',
    ]
  }
  if (Array.isArray(value))
    return [[...value, ...value.slice(0, 1)], value.slice(1), ['10.9.0.0/16'], ['example.com:10901'], ['a']]
  if (isObject(value)) return [{ ...value, zone: 'z' }, {}]
  return [true, 'x', '20d', '9GB', 3]
}
