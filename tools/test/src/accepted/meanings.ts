import fc from 'fast-check'

const few = fc.integer({ min: 1, max: 5 })
const key = fc.constantFrom('disk', 'kubernetes.io/os', 'example.com/pool', 'Team_1')
const durations = fc.constantFrom(
  '1s',
  '30s',
  '1m',
  '90s',
  '2m',
  '5m',
  '1h',
  '6h',
  '12h',
  '1d',
  '2d',
  '10d',
  '2w',
  '40w',
  '1y',
  '2y',
)
const sizes = fc.constantFrom('100k', '64Mi', '300M', '512Mi', '1Gi', '1.5Gi', '2G', '4Gi', '10Gi', '100Gi', '1Ti')
const memories = fc.constantFrom('128Mi', '300M', '1Gi', '1.5Gi', '3Gi', '8G')

const ranges = {
  weekdays: fc.constantFrom('monday', 'monday:friday', 'sunday:saturday'),
  daysOfMonth: fc.constantFrom('1', '-1', '1:7', '-3:-1', '10:-5'),
  months: fc.constantFrom('may', '3', 'january:march', '01:12'),
  years: fc.constantFrom('2026', '2026:2028'),
}

const nodeRequirements = fc.constantFrom<object[]>(
  { key: 'a', operator: 'Exists' },
  { key: 'kubernetes.io/os', operator: 'DoesNotExist' },
  { key: 'example.com/pool', operator: 'In', values: ['a', 'b', ''] },
  { key: 'pool', operator: 'NotIn', values: ['spot'] },
)

const authorities = fc.constantFrom(null, { secret: 'company-ca' }, { configMap: 'company', key: 'bundle.pem' })

/** Times of the day, of which the end is after the start. */
const times = fc.constantFrom({ start: '00:00', end: '24:00' }, { start: '08:30', end: '17:00' })

/** Alerts of which most clusters have some. */
const alertNames = fc.constantFrom(
  ...['ThanosCompactHalted', 'ThanosStoreDown', 'NodeExporterDown', 'PrometheusRuleFailures', 'TargetDown'],
)

const tolerations = fc.constantFrom<object[]>(
  { operator: 'Exists' },
  { key: 'a', operator: 'Exists', effect: 'NoExecute' },
  { key: 'example.com/a', value: 'b', effect: 'NoSchedule' },
  { key: 'a', operator: 'Equal', value: 'true', effect: 'PreferNoSchedule' },
  { key: 'a', value: '' },
)

/** Hosts and ports of the outside, of Services with and without a namespace, and addresses. */
const places = fc.constantFrom(
  ...['objects.example.com', 'objects.example.com:8443', 'rgw.storage.svc:8080', 'minio.minio.svc.cluster.local'],
  ...['minio.storage:9000', 'minio:9000', '10.4.3.2:9000'],
)
const keystones = fc.constantFrom(
  ...['https://keystone.example.com/v3', 'http://keystone.openstack.svc:5000/v3', 'https://10.4.3.2:5000/v2.0'],
)
const mailServers = fc.constantFrom('smtp.example.com:587', 'relay.mail.svc:25', 'relay:25', '10.3.2.1:25')

/** Collectors of traces: outside, in other namespaces, beside the stack, and by address. */
const collectors = fc.constantFrom(
  ...['tempo.example.com:443', 'otel-collector.observability.svc:4317', 'collector.observability:4318'],
  ...['collector:4317', '10.4.3.2:4317', '[fd00::5]:4317'],
)

/** StoreAPIs of other clusters, in the notations of Thanos. */
const storeApis = fc.constantFrom(
  ...['dnssrv+_grpc._tcp.prometheus-operated.monitoring-2.svc', 'dnssrvnoa+_grpc._tcp.stores.example.com'],
  ...['dns+thanos-store.archive.svc.cluster.local:10901', 'thanos-query.other:10901', 'dns+query:10901'],
  ...['10.9.8.7:10901', 'thanos.example.com:443', 'thanos.example.com'],
)

/** Expressions of relabelling, of which some are none. */
const regexes = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom('a', 'up|instance:.+', '(.*)', '[a-z]+_(?:total|sum)', '(?i)x\\.y', '\\pL{2,}'),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 5 }) },
)

/** Flags that no setting has, as text, number, switch and list: a program that does not know one does not start. */
const flags: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  prometheus: { 'web.page-title': 'a "b" $c', 'query.max-samples': 50_000, 'web.enable-admin-api': true },
  sidecar: { 'prometheus.ready_timeout': '5m' },
  query: { 'query.max-concurrent-select': 8 },
  queryFrontend: { 'query-frontend.log-queries-longer-than': '10s' },
  store: { 'block-sync-concurrency': 10 },
  compact: { 'compact.blocks-fetch-concurrency': 2 },
  rule: { 'alert.label-drop': ['a', 'b'] },
  'receive.router': { 'receive-forward-timeout': '4s' },
  'receive.ingestor': { 'tsdb.max-exemplars': 5 },
  bucketWeb: { refresh: '10m' },
  alertmanager: { 'web.get-concurrency': 4 },
  nodeExporter: { 'collector.processes': true },
  kubeStateMetrics: { 'metric-labels-allowlist': 'pods=[app]' },
  grafana: {},
  memcached: {},
}

/**
 * Values of settings whose form allows much more than makes sense. Whatever is refused is repaired or left out, so this
 * only has to make what is accepted more frequent; a name that ends in a dot is of the keys of a mapping.
 */
const meanings: readonly { for: RegExp; values: fc.Arbitrary<unknown> }[] = [
  { for: /^name$/, values: fc.constant('x') },
  { for: /^channel$/, values: fc.constantFrom('stable', 'next') },
  { for: /^ring$/, values: fc.constantFrom('canary', 'production', '1', 'no') },
  {
    for: /^mode$/,
    values: fc.constantFrom('sidecar-mode', 'receive-mode', 'sidecar-mode', 'receive-mode', 'dev-filesystem-objstore'),
  },
  { for: /^images\.mirrors\.$/, values: fc.constantFrom('quay.io', 'docker.io', 'quay.io/thanos') },
  { for: /^images\.versions\.\*\.tag$/, values: fc.constantFrom('v1.2.3', '1', 'main') },
  { for: /^externalLabels\.$|\.label$/, values: fc.constantFrom('cluster', 'region', 'Zone_1', 'tenant_id') },
  { for: /^alerts\.$/, values: alertNames },
  { for: /^alerts\.\*\.labels\.$|^alertLabels\.$/, values: fc.constantFrom('team', 'Zone_1', 'on_call') },
  { for: /^alerts\.\*\.annotations\.$/, values: fc.constantFrom('summary', 'runbook_url', 'link') },
  { for: /[pP]odLabels\.$|(^|\.)labels\.$|odeSelector\.$|nnotations\.$/, values: key },
  {
    for: /odeSelector\.\*$|podLabels\.\*$|(^|^pods\.)labels\.\*$/,
    values: fc.constantFrom('a', '', 'true', '1', 'A-b_c.d'),
  },
  { for: /^(additionalBuckets\[\]\.)?objectStore\([A-Z0-9]+\)\.endpoint$/, values: places },
  { for: /^(additionalBuckets\[\]\.)?objectStore\(SWIFT\)\.authUrl$/, values: keystones },
  { for: /\.smarthost$/, values: mailServers },
  { for: /^tracing\.endpoint$/, values: collectors },
  { for: /^tracing\.samplingFraction$/, values: fc.constantFrom(0, 0.001, 0.25, 1) },
  { for: /^query\.extraEndpoints\[\]$/, values: storeApis },
  { for: /\.(username|compartment|projectName|domainName)$/, values: fc.constantFrom('a', 'Monitoring', 'a.b-c_1') },
  { for: /^ingress\.class$/, values: fc.constantFrom(null, 'nginx', 'traefik', 'haproxy') },
  { for: /\.destination\.name$/, values: fc.constantFrom('{cluster}', 'prod-{cluster}', 'arn:aws:eks/{cluster}') },
  {
    for: /\.destination\.server$/,
    values: fc.constantFrom('https://{cluster}.example.com', 'https://10.0.0.1:6443/{cluster}'),
  },
  { for: /(?<!^compact)\.(replicas|minReplicas|maxReplicas|replicationFactor)$|^store\.shards$/, values: few },
  { for: /\.resources\.memory\.(request|limit)$/, values: memories },
  { for: /\.(volumeSize|size|retentionSize|maxSize|cacheSize)$/, values: sizes },
  { for: /\.scrapeInterval$/, values: fc.constantFrom('1s', '30s', '90s', '2m') },
  // Policies do not follow what grafana.ini is told beside its settings.
  { for: /^grafana\.config\.\*\.\*$/, values: fc.constantFrom('a', true, 10) },
  { for: /\.outOfOrderWindow$/, values: fc.constantFrom('0s', '5m', '1h') },
  {
    for: /(?<!^compact|^storage)\.retention$|\.([a-z]+Interval|timeout|deleteDelay|groupWait|raw|fiveMinutes|oneHour)$/,
    values: durations,
  },
  { for: /[mM]atchers\[\]$/, values: fc.constantFrom('severity="critical"', 'a!=b', 'namespace=~kube-.*', 'x!~"a|b"') },
  { for: /elabelConfigs(\.\*)?\[\]\.regex$/, values: regexes },
  { for: /\.equal\[\]$/, values: fc.constantFrom('cluster', 'namespace', 'Zone_1') },
  { for: /\.groupBy\[\]$/, values: fc.constantFrom('alertname', 'cluster', 'namespace', '...') },
  { for: /\.([rR]eceiver|defaultReceiver|receivers\[\]\.name)$/, values: fc.constantFrom('a', 'b', 'On call 1') },
  { for: /\.timeIntervals\[\]\.name$|TimeIntervals\[\]$/, values: fc.constantFrom('nights', 'weekends', 'On leave') },
  { for: /\.times\[\]$/, values: times },
  { for: /\.tolerations\[\]$/, values: tolerations },
  { for: /\.nodeAffinity\[\]$/, values: nodeRequirements },
  { for: /\.hostAliases\[\]\.ip$/, values: fc.constantFrom('10.0.0.7', '127.0.0.1', 'fd00::7', '::ffff:10.0.0.7') },
  { for: /^(additionalBuckets\[\]\.)?objectStore\((ALIYUNOSS|BOS|OCI)\)\.ca$/, values: fc.constant(null) },
  { for: /^(additionalBuckets\[\]\.)?objectStore\([A-Z0-9]+\)\.ca$/, values: authorities },
  ...Object.entries(ranges).map(([name, values]) => ({ for: new RegExp(`\\.${name}\\[\\]$`), values })),
  { for: /^extra\.scrapeJobs\[\]$/, values: fc.constantFrom('scrape/*.yaml', 'scrape/a.yaml', 'scrape/b.yaml') },
  { for: /^extra\.(rules|globalRules)\[\]$/, values: fc.constantFrom('rules/*.yaml', 'rules/a.yaml', 'rules/b.yaml') },
  { for: /^extra\.alertTemplates\[\]$/, values: fc.constantFrom('templates/*.tmpl', 'templates/a.tmpl') },
  { for: /^extra\.dashboards\[\]$/, values: fc.constantFrom('dashboards/**/*.json', 'dashboards/a.json') },
  { for: /\.tenants(\[\]|\.)$|\.tenant$/, values: fc.constantFrom('a', 'b', 'shop', 'b*', 'x.y') },
  { for: /\.shards\[\]\.values\[\]$/, values: fc.constantFrom('a', 'x', 'shop', "it's") },
  { for: /\.(cidrs\[\])$/, values: fc.constantFrom('10.0.0.0/8', '0.0.0.0/0', '192.168.1.1/32', '::/0', 'fd00::/8') },
  ...Object.entries(flags).map(([section, known]) => ({
    for: new RegExp(`^${section.replace('.', '\\.')}\\.extraFlags$`),
    values: fc.constantFrom({}, known),
  })),
]

/** The values of a setting where they are told here. @param name as `settingsOf` names it, without the variant */
export function meaningOf(name: string): fc.Arbitrary<unknown> | undefined {
  return meanings.find((entry) => entry.for.test(name))?.values
}
