import { type Job, series } from './jobs.ts'
import type { RecordingRule } from './rule-file.ts'

/** A recorded series, and the component whose metrics it is made of. Names are `level:metric:operations`. */
export interface Recording extends RecordingRule {
  about: Job | null
}

const cpu = series('container_cpu_usage_seconds_total', 'cadvisor', 'image!=""', 'container!=""')
const memory = series('container_memory_working_set_bytes', 'cadvisor', 'image!=""', 'container!=""')
const idle = series('node_cpu_seconds_total', 'node-exporter', 'mode=~"idle|iowait|steal"')

/** What dashboards and alerts ask again and again; the first three are those that every cluster of this kind begins with. */
export const recordings: Recording[] = [
  { about: null, record: 'namespace:container_cpu_usage_seconds:sum_rate5m', expr: `sum by (namespace) (rate(${cpu}[5m]))` },
  { about: null, record: 'namespace:container_memory_working_set_bytes:sum', expr: `sum by (namespace) (${memory})` },
  {
    about: null, record: 'namespace_pod_container:container_cpu_usage_seconds:sum_rate5m',
    expr: `sum by (namespace, pod, container) (rate(${cpu}[5m]))`,
  },
  {
    about: 'node-exporter', record: 'instance:node_cpu_utilisation:ratio_rate5m',
    expr: `1 - avg by (instance, node) (sum by (instance, node, cpu) (rate(${idle}[5m])))`,
  },
  {
    about: 'node-exporter', record: 'instance:node_memory_utilisation:ratio',
    expr: `1 - ${series('node_memory_MemAvailable_bytes', 'node-exporter')} / ${series('node_memory_MemTotal_bytes', 'node-exporter')}`,
  },
  {
    about: 'thanos-query', record: 'handler:thanos_query_requests:rate5m',
    expr: `sum by (handler) (rate(${series('http_requests_total', 'thanos-query')}[5m]))`,
  },
  {
    about: 'thanos-query', record: 'handler:thanos_query_request_duration_seconds:p99_rate5m',
    expr: `histogram_quantile(0.99, sum by (le, handler) (rate(${series('http_request_duration_seconds_bucket', 'thanos-query')}[5m])))`,
  },
  {
    about: 'thanos-receive-router', record: 'namespace:thanos_receive_requests:rate5m',
    expr: `sum by (namespace) (rate(${series('http_requests_total', 'thanos-receive-router', 'handler="receive"')}[5m]))`,
  },
]
