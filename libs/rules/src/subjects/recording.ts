import type { ActiveParts } from '../active.ts'
import type { Group } from '../definition.ts'
import { type Job, sel } from '../jobs.ts'
import type { RecordingRule } from '../rule-file.ts'
import { grpcFailures, whenPresent } from './common.ts'

/** Series that alerts, dashboards and people ask for again and again; names are level:metric:operation. */
export function recording({ components }: ActiveParts): Group[] {
  return [
    { name: 'containers.recording', records: containers },
    ...whenPresent(components.has('node-exporter'), 'nodes.recording', { records: nodes }),
    ...whenPresent(components.has('thanos-query'), 'thanos-query.recording', {
      records: http('thanos-query', 'thanos_query', 'handler=~"query|query_range"'),
    }),
    ...whenPresent(components.has('thanos-query-frontend'), 'thanos-query-frontend.recording', {
      records: http('thanos-query-frontend', 'thanos_query_frontend', 'handler="query-frontend"'),
    }),
    ...whenPresent(components.has('thanos-receive-router'), 'thanos-receive.recording', {
      records: http('thanos-receive-router', 'thanos_receive', 'handler="receive"'),
    }),
    ...whenPresent(components.has('thanos-store'), 'thanos-store.recording', { records: series }),
  ]
}

/** Without the container's name, cadvisor counts a pod's cgroup and its pause container once more. */
const container = sel('cadvisor', 'container!=""', 'image!=""')

const containers: RecordingRule[] = [
  {
    record: 'namespace:container_cpu_usage_seconds:sum_rate5m',
    expr: `sum by (namespace) (rate(container_cpu_usage_seconds_total${container}[5m]))`,
  },
  {
    record: 'namespace:container_memory_working_set_bytes:sum',
    expr: `sum by (namespace) (container_memory_working_set_bytes${container})`,
  },
  {
    record: 'namespace_pod_container:container_cpu_usage_seconds:sum_rate5m',
    expr: `sum by (namespace, pod, container) (rate(container_cpu_usage_seconds_total${container}[5m]))`,
  },
]

const nodes: RecordingRule[] = [
  {
    record: 'node:node_cpu_utilisation:ratio_rate5m',
    expr: `1 - avg by (node, instance) (rate(node_cpu_seconds_total${sel('node-exporter', 'mode="idle"')}[5m]))`,
  },
  {
    record: 'node:node_memory_utilisation:ratio',
    expr: `
      1 - max by (node, instance) (node_memory_MemAvailable_bytes${sel('node-exporter')})
      / max by (node, instance) (node_memory_MemTotal_bytes${sel('node-exporter')})`,
  },
]

/** The failed part and the latency of what a Thanos component answers by HTTP. */
function http(job: Job, name: string, handlers: 'handler="receive"' | 'handler="query-frontend"' | 'handler=~"query|query_range"'): RecordingRule[] {
  return [
    {
      record: `namespace_handler:${name}_http_errors:ratio_rate5m`,
      expr: `
        sum by (namespace, handler) (rate(http_requests_total${sel(job, handlers, 'code=~"5.."')}[5m]))
        /
        sum by (namespace, handler) (rate(http_requests_total${sel(job, handlers)}[5m]))`,
    },
    {
      record: `namespace_handler:${name}_http_duration_seconds:p99_rate5m`,
      expr: `
        histogram_quantile(0.99,
          sum by (namespace, handler, le) (rate(http_request_duration_seconds_bucket${sel(job, handlers)}[5m])))`,
    },
  ]
}

const series: RecordingRule[] = [
  {
    record: 'namespace:thanos_store_series_errors:ratio_rate5m',
    expr: `
      sum by (namespace) (rate(grpc_server_handled_total${sel('thanos-store', 'grpc_method="Series"', grpcFailures)}[5m]))
      /
      sum by (namespace) (rate(grpc_server_handled_total${sel('thanos-store', 'grpc_method="Series"')}[5m]))`,
  },
  {
    record: 'namespace:thanos_store_series_duration_seconds:p99_rate5m',
    expr: `
      histogram_quantile(0.99,
        sum by (namespace, le) (rate(grpc_server_handling_seconds_bucket${sel('thanos-store', 'grpc_method="Series"')}[5m])))`,
  },
]
