import type { Alert } from '../alert.ts'
import { ratio, series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'thanos-query', ...matchers)
const frontend = (metric: string, ...matchers: string[]) => series(metric, 'thanos-query-frontend', ...matchers)

export const queryAlerts: Alert[] = [
  {
    name: 'ThanosQueryErrors', about: 'thanos-query', severity: 'critical', for: '10m',
    expr: `${ratio(of('http_requests_total', 'code=~"5.."', 'handler=~"query|query_range"'), of('http_requests_total', 'handler=~"query|query_range"'), 'handler')} > 0.05`,
    summary: 'Queries fail.',
    description: '{{ $value | humanizePercentage }} of the requests to {{ $labels.handler }} of Thanos Query end with an error of the server.',
  },
  {
    name: 'ThanosQuerySlow', about: 'thanos-query', severity: 'warning', for: '15m',
    expr: `histogram_quantile(0.99, sum by (le, handler) (rate(${of('http_request_duration_seconds_bucket', 'handler=~"query|query_range"')}[5m]))) > 60`,
    summary: 'Queries are slow.',
    description: 'One in a hundred requests to {{ $labels.handler }} of Thanos Query takes longer than {{ printf "%.0f" $value }} s.',
  },
  {
    name: 'ThanosQueryStoreApiErrors', about: 'thanos-query', severity: 'warning', for: '10m',
    expr: `${ratio(of('grpc_client_handled_total', 'grpc_code=~"Unknown|ResourceExhausted|Internal|Unavailable|DataLoss|DeadlineExceeded"'), of('grpc_client_started_total'), 'grpc_method')} > 0.05`,
    summary: 'StoreAPIs answer with errors.',
    description: '{{ $value | humanizePercentage }} of the calls {{ $labels.grpc_method }} of Thanos Query fail: answers may be partial.',
  },
  {
    name: 'ThanosQueryDiscoveryFailing', about: 'thanos-query', severity: 'warning', for: '10m',
    expr: `${ratio(of('thanos_query_endpoints_dns_failures_total'), of('thanos_query_endpoints_dns_lookups_total'), 'pod')} > 0.01`,
    summary: 'StoreAPIs are not found.',
    description: '{{ $value | humanizePercentage }} of the DNS look-ups of {{ $labels.pod }} fail: it does not notice new StoreAPIs.',
  },
  {
    name: 'ThanosQueryNoEndpoints', about: 'thanos-query', severity: 'critical', for: '5m',
    expr: `sum by (pod) (${of('thanos_store_nodes_grpc_connections')}) < 1`,
    summary: 'Thanos Query has no StoreAPI.',
    description: '{{ $labels.pod }} is connected to no StoreAPI: every answer is empty.',
  },
  {
    name: 'ThanosQueryOverloaded', about: 'thanos-query', severity: 'warning', for: '15m',
    expr: `max_over_time(${of('thanos_query_concurrent_gate_queries_max')}[5m]) - avg_over_time(${of('thanos_query_concurrent_gate_queries_in_flight')}[5m]) < 1`,
    summary: 'Queries wait for a place.',
    description: '{{ $labels.pod }} evaluates as many queries as it may; further ones wait.',
  },
  {
    name: 'ThanosQueryFrontendErrors', about: 'thanos-query-frontend', severity: 'critical', for: '10m',
    expr: `${ratio(frontend('http_requests_total', 'code=~"5.."'), frontend('http_requests_total'), 'namespace')} > 0.05`,
    summary: 'Requests to Query Frontend fail.',
    description: '{{ $value | humanizePercentage }} of the requests to Thanos Query Frontend end with an error of the server.',
  },
]
