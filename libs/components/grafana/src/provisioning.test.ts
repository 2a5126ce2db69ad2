import { completeDefaults, type ClusterSpec, type DataSource } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import { expect, test } from 'vitest'
import { dashboardProviders, dataSources } from './provisioning.ts'

/**
 * Grafana publishes no types of its provisioning: the Foundation SDK has those of dashboards, panels, queries and alerting
 * only. Grafana itself skips keys that it does not know without a word, so that this knows those that it does.
 */
type Known = 'boolean' | 'number' | 'string' | 'anything' | { [key: string]: Known } | [Known]

/**
 * Of a data source of type prometheus.
 * Source: https://grafana.com/docs/grafana/latest/datasources/prometheus/configure/#provision-the-data-source and
 * PromOptions in packages/grafana-prometheus/src/types.ts of Grafana; `timeout`, in seconds, is of every HTTP data source.
 */
const prometheusOptions: Known = {
  httpMethod: 'string',
  prometheusType: 'string',
  prometheusVersion: 'string',
  timeInterval: 'string',
  queryTimeout: 'string',
  timeout: 'number',
  manageAlerts: 'boolean',
  allowAsRecordingRulesTarget: 'boolean',
  cacheLevel: 'string',
  defaultEditor: 'string',
  customQueryParameters: 'string',
  disableMetricsLookup: 'boolean',
  disableRecordingRules: 'boolean',
  incrementalQuerying: 'boolean',
  incrementalQueryOverlapWindow: 'string',
  seriesEndpoint: 'boolean',
}

/**
 * Source: https://grafana.com/docs/grafana/latest/administration/provisioning/#example-data-source-configuration-file and
 * upsertDataSourceFromConfigV1 in pkg/services/provisioning/datasources/types.go of Grafana.
 */
const dataSource = (jsonData: Known): Known => ({
  name: 'string',
  uid: 'string',
  type: 'string',
  access: 'string',
  orgId: 'number',
  url: 'string',
  user: 'string',
  database: 'string',
  basicAuth: 'boolean',
  basicAuthUser: 'string',
  withCredentials: 'boolean',
  isDefault: 'boolean',
  editable: 'boolean',
  version: 'number',
  jsonData,
  secureJsonData: 'anything',
})

const dataSourceFile = (jsonData: Known): Known => ({
  apiVersion: 'number',
  prune: 'boolean',
  datasources: [dataSource(jsonData)],
  deleteDatasources: [{ name: 'string', orgId: 'number' }],
})

/**
 * Source: https://grafana.com/docs/grafana/latest/administration/provisioning/#dashboards and configs in
 * pkg/services/provisioning/dashboards/types.go of Grafana.
 */
const providerFile: Known = {
  apiVersion: 'number',
  providers: [
    {
      name: 'string',
      type: 'string',
      orgId: 'number',
      folder: 'string',
      folderUid: 'string',
      editable: 'boolean',
      disableDeletion: 'boolean',
      updateIntervalSeconds: 'number',
      allowUiUpdates: 'boolean',
      options: { path: 'string', foldersFromFilesStructure: 'boolean' },
    },
  ],
}

/** Where a value has a key that is not known, or a value of another type. */
function strange(value: unknown, known: Known | undefined, path = ''): string[] {
  if (known === 'anything') return []
  if (known === undefined) return [path]
  if (typeof known === 'string') return typeof value === known ? [] : [path]
  if (Array.isArray(known)) {
    return Array.isArray(value) ? value.flatMap((item) => strange(item, known[0], `${path}[]`)) : [path]
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, item]) =>
    strange(item, Object.hasOwn(known, key) ? known[key] : undefined, `${path}.${key}`),
  )
}

const loki: DataSource = {
  name: 'Loki',
  uid: 'loki',
  type: 'loki',
  url: 'http://loki.logs.svc:3100',
  access: 'proxy',
  user: 'reader',
  database: 'logs',
  basicAuthUser: 'reader',
  jsonData: { maxLines: 1000 },
  secureJsonData: { basicAuthPassword: { secret: 'loki', key: 'password' } },
}

const defaults = completeDefaults('sidecar-mode', 'test')
const sourcesOf = (spec: ClusterSpec) => dataSources({ spec, facts: factsOf(spec) })
const further: ClusterSpec = { ...defaults, grafana: { ...defaults.grafana, dataSources: [loki] } }
const extra: ClusterSpec = {
  ...defaults,
  extra: { ...defaults.extra, dashboards: [{ path: 'dashboards/own.json', text: '{"title":"Own","uid":"own"}' }] },
}

test("the stack's data source has only keys that Grafana knows", () => {
  expect(strange(sourcesOf(defaults), dataSourceFile(prometheusOptions))).toEqual([])
})

test('further data sources have only keys that Grafana knows, besides those of their plugins', () => {
  expect(strange(sourcesOf(further), dataSourceFile('anything'))).toEqual([])
})

test('providers of dashboards have only keys that Grafana knows', () => {
  expect(strange(dashboardProviders(extra), providerFile)).toEqual([])
})

test.each([
  [
    'a misspelt key',
    { datasources: [{ jsonData: { timeintervall: '30s' } }] },
    '.datasources[].jsonData.timeintervall',
  ],
  ['a key in the wrong place', { datasources: [{ timeInterval: '30s' }] }, '.datasources[].timeInterval'],
  ['a text for a number', { datasources: [{ jsonData: { timeout: '130' } }] }, '.datasources[].jsonData.timeout'],
  ['an object for a list', { datasources: {} }, '.datasources'],
  ['a key that every object inherits', { constructor: 1 }, '.constructor'],
])('%s is found', (_, value, path) => {
  expect(strange(value, dataSourceFile(prometheusOptions))).toEqual([path])
})
