import type { ClusterReader, Pod } from '../reader.ts'

/** Answers of a cluster at the step `read-both`, as the programs of the pinned versions write them. */

type Parameters = Readonly<Record<string, string>>
export type Page = string | Error | ((parameters: Parameters) => string)

const replica = 'prometheus-0'
const started = Date.parse('2026-03-01T08:00:00Z')
const pod = (name: string, workload: string, containers: string[]): Pod => ({
  name,
  workload,
  started,
  ending: false,
  containers,
})

export const pods: Record<string, Pod[]> = {
  prometheus: [pod(replica, 'prometheus', ['prometheus', 'thanos-sidecar'])],
  'thanos-query': [pod('thanos-query-x', 'thanos-query', ['thanos-query'])],
  'thanos-store': [pod('thanos-store-0', 'thanos-store', ['thanos-store'])],
  'thanos-receive-ingestor': [pod('thanos-receive-ingestor-0', 'thanos-receive-ingestor', ['thanos-receive-ingestor'])],
  'thanos-receive-router': [pod('thanos-receive-router-x', 'thanos-receive-router', ['thanos-receive-router'])],
}

const configuration = `global:
  scrape_interval: 30s
  external_labels:
    cluster: eu-1
    prometheus_replica: ${replica}
remote_write:
- url: http://thanos-receive.thanos.svc:19291/api/v1/receive
  name: thanos-receive
`

const remote = '{remote_name="thanos-receive",url="http://thanos-receive.thanos.svc:19291/api/v1/receive"}'

function vector(value: string | null): string {
  const result = value === null ? [] : [{ metric: {}, value: [1772366400, value] }]
  return JSON.stringify({ status: 'success', data: { resultType: 'vector', result } })
}

/** By replica: values of the spans, by the Unix time at which each ends. */
export function matrix(values: Record<string, [number, string][]>): string {
  const result = Object.entries(values).map(([name, list]) => ({ metric: { prometheus_replica: name }, values: list }))
  return JSON.stringify({ status: 'success', data: { resultType: 'matrix', result }, analysis: {} })
}

const none = 9223372036854775807n

/** By pod and path. */
export const pages: Record<string, Page> = {
  'prometheus-0 /api/v1/status/config': JSON.stringify({ status: 'success', data: { yaml: configuration } }),
  'prometheus-0 /metrics': [
    `prometheus_remote_storage_queue_highest_timestamp_seconds${remote} 1.795394099e+09`,
    `prometheus_remote_storage_queue_highest_sent_timestamp_seconds${remote} 1.795394097e+09`,
    'prometheus_tsdb_lowest_timestamp 1.772330400022e+12',
  ].join('\n'),
  'prometheus-0 /api/v1/query': ({ query = '' }) => vector(query.includes('samples_failed') ? '0' : '12.5'),
  'thanos-receive-ingestor-0 /metrics': [
    `prometheus_tsdb_lowest_timestamp{tenant="another"} ${none}`,
    'prometheus_tsdb_lowest_timestamp{tenant="default-tenant"} 1.772355600000e+12',
  ].join('\n'),
  'thanos-receive-router-x /metrics':
    'thanos_receive_hashring_nodes{name="default"} 3\nthanos_receive_config_last_reload_successful 1',
  'thanos-query-x /api/v1/status/flags': JSON.stringify({
    status: 'success',
    data: { 'query.replica-label': 'prometheus_replica,receive_replica,rule_replica,receive_cluster,tenant_id' },
  }),
  'thanos-query-x /api/v1/stores': JSON.stringify({
    status: 'success',
    data: {
      sidecar: [
        {
          name: '10.0.0.1:10901',
          lastError: null,
          labelSets: [{ cluster: 'eu-1', prometheus_replica: replica }],
          minTime: 0,
          maxTime: 1,
        },
        {
          name: '10.9.9.9:10901',
          lastError: null,
          labelSets: [{ cluster: 'another', prometheus_replica: replica }],
          minTime: 0,
          maxTime: 1,
        },
      ],
      receive: [
        {
          name: '10.0.0.2:10901',
          lastError: { message: 'no route' },
          labelSets: [{ receive_cluster: 'eu-1', receive_replica: 'r' }],
          minTime: 0,
          maxTime: 1,
        },
      ],
      store: [{ name: '10.0.0.3:10901', lastError: null, labelSets: null, minTime: 0, maxTime: 1 }],
    },
  }),
  'thanos-query-x /api/v1/query': vector('1'),
  'thanos-query-x /api/v1/query_range': matrix({ [replica]: [[1772366000, '5']] }),
  'thanos-store-0 /api/v1/blocks': JSON.stringify({
    status: 'success',
    data: {
      label: '',
      err: null,
      blocks: [
        { ulid: '01A', minTime: 1, maxTime: 2, stats: {}, thanos: { labels: { cluster: 'eu-1' }, source: 'sidecar' } },
      ],
    },
  }),
}

/** A cluster that answers with these pages. */
export function fakeCluster(
  changes: Record<string, Page> = {},
  present = pods,
): ClusterReader & { asked: { page: string; parameters: Parameters }[] } {
  const asked: { page: string; parameters: Parameters }[] = []
  return {
    asked,
    workloads: () => Promise.resolve([]),
    pods: (component) => Promise.resolve(present[component] ?? []),
    get(name, _port, path, parameters = {}) {
      const page = `${name} ${path}`
      asked.push({ page, parameters })
      const answer = changes[page] ?? pages[page] ?? new Error(`no page ${page}`)
      if (answer instanceof Error) return Promise.reject(answer)
      return Promise.resolve(typeof answer === 'string' ? answer : answer(parameters))
    },
  }
}
