import { dedent } from './alert.ts'
import { grpcFailures } from './alerts/common.ts'
import { type Job, type Matcher, series } from './jobs.ts'
import type { RecordingRule } from './rule-file.ts'

/** A recording rule, and the component whose metrics it aggregates. Names are `level:metric:operations`. */
export interface Recording extends RecordingRule {
  about: Job | null
}

/** Series without an image or a container name are the pod's cgroup and its pause container, which would count twice. */
const container = (metric: string) => series(metric, 'cadvisor', 'image!=""', 'container!=""')
const node = (metric: string, ...matchers: Matcher[]) => series(metric, 'node-exporter', ...matchers)

/** CPU and memory usage by namespace, container and node. */
const basics: Recording[] = [
  {
    about: null,
    record: 'namespace:container_cpu_usage_seconds:sum_rate5m',
    expr: `sum by (namespace) (rate(${container('container_cpu_usage_seconds_total')}[5m]))`,
  },
  {
    about: null,
    record: 'namespace:container_memory_working_set_bytes:sum',
    expr: `sum by (namespace) (${container('container_memory_working_set_bytes')})`,
  },
  {
    about: null,
    record: 'namespace_pod_container:container_cpu_usage_seconds:sum_rate5m',
    expr: `sum by (namespace, pod, container) (rate(${container('container_cpu_usage_seconds_total')}[5m]))`,
  },
  {
    about: 'node-exporter',
    record: 'instance:node_cpu_utilisation:ratio_rate5m',
    expr: `1 - avg by (instance, node) (sum by (instance, node, cpu) (rate(${node('node_cpu_seconds_total', 'mode=~"idle|iowait|steal"')}[5m])))`,
  },
  {
    about: 'node-exporter',
    record: 'instance:node_memory_utilisation:ratio',
    expr: `1 - ${node('node_memory_MemAvailable_bytes')} / ${node('node_memory_MemTotal_bytes')}`,
  },
]

/**
 * Rate, error ratio and p99 latency of the HTTP requests to a Thanos component. Without any failure so far there is no
 * series of failures: the ratio is then 0 instead of missing.
 */
function http(about: Job, name: string, handlers: Matcher): Recording[] {
  const rate = (...matchers: Matcher[]) =>
    `sum by (namespace, handler) (rate(${series('http_requests_total', about, handlers, ...matchers)}[5m]))`
  const buckets = series('http_request_duration_seconds_bucket', about, handlers)
  return [
    { about, record: `namespace_handler:${name}_requests:rate5m`, expr: rate() },
    {
      about,
      record: `namespace_handler:${name}_request_errors:ratio_rate5m`,
      expr: `(${rate('code=~"5.."')} or 0 * ${rate()}) / ${rate()}`,
    },
    {
      about,
      record: `namespace_handler:${name}_request_duration_seconds:p99_rate5m`,
      expr: `histogram_quantile(0.99, sum by (namespace, handler, le) (rate(${buckets}[5m])))`,
    },
  ]
}

const storeCalls = (metric: string, ...matchers: Matcher[]) =>
  series(metric, 'thanos-store', 'grpc_method="Series"', ...matchers)

const store: Recording[] = [
  {
    about: 'thanos-store',
    record: 'namespace:thanos_store_series_errors:ratio_rate5m',
    expr: `
      sum by (namespace) (rate(${storeCalls('grpc_server_handled_total', grpcFailures)}[5m]))
      /
      sum by (namespace) (rate(${storeCalls('grpc_server_handled_total')}[5m]))`,
  },
  {
    about: 'thanos-store',
    record: 'namespace:thanos_store_series_duration_seconds:p99_rate5m',
    expr: `histogram_quantile(0.99, sum by (namespace, le) (rate(${storeCalls('grpc_server_handling_seconds_bucket')}[5m])))`,
  },
]

/** Expressions that dashboards and alerts share. */
export const recordings: Recording[] = [
  ...basics,
  ...http('thanos-query', 'thanos_query', 'handler=~"query|query_range"'),
  ...http('thanos-query-frontend', 'thanos_query_frontend', 'handler="query-frontend"'),
  ...http('thanos-receive-router', 'thanos_receive', 'handler="receive"'),
  ...store,
].map((recording) => ({ ...recording, expr: dedent(recording.expr) }))
