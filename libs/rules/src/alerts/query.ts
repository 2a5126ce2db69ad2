import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { grpcFailures, notReady } from './common.ts'

const job = 'thanos-query'

/** Thanos Query: the one place that sees all data. */
export function queryAlerts(active: Active): Alert[] {
  return about(job, [
    notReady(job, {
      name: 'ThanosQueryNotReady', severity: 'warning',
      impact: 'It gets no queries until it has discovered its endpoints.',
    }),
    ...answering, ...storeApis, ...expectedStoreApis(active),
  ])
}

const answering: Statement[] = [
  {
    name: 'ThanosQueryErrors', severity: 'critical', for: '5m',
    expr: 'namespace_handler:thanos_query_request_errors:ratio_rate5m > 0.05',
    summary: 'Thanos Query answers with errors.',
    description: '{{ $value | humanizePercentage }} of the requests to {{ $labels.handler }} in '
      + '{{ $labels.namespace }} end with a status of 5xx.',
  },
  {
    name: 'ThanosQueryInstantSlow', severity: 'warning', for: '15m',
    expr: 'namespace_handler:thanos_query_request_duration_seconds:p99_rate5m{handler="query"} > 30',
    summary: 'Instant queries are slow.',
    description: 'One of 100 instant queries in {{ $labels.namespace }} takes {{ $value | humanizeDuration }} or '
      + 'longer. Rules of Thanos Rule may be late.',
  },
  {
    name: 'ThanosQueryRangeSlow', severity: 'warning', for: '15m',
    expr: 'namespace_handler:thanos_query_request_duration_seconds:p99_rate5m{handler="query_range"} > 90',
    summary: 'Range queries are slow.',
    description: 'One of 100 range queries in {{ $labels.namespace }} takes {{ $value | humanizeDuration }} or longer.',
  },
  {
    name: 'ThanosQueryOverloaded', severity: 'warning', for: '15m',
    expr: `
      avg_over_time(${series('thanos_query_concurrent_gate_queries_in_flight', job)}[5m])
      / ${series('thanos_query_concurrent_gate_queries_max', job)}
      > 0.9`,
    summary: 'Thanos Query {{ $labels.pod }} has no room for queries.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has been at {{ $value | humanizePercentage }} of the '
      + 'queries it may run at a time. Further ones wait.',
  },
]

const storeApis: Statement[] = [
  {
    name: 'ThanosQueryStoreApiErrors', severity: 'warning', for: '10m',
    expr: `
      sum by (namespace, grpc_method) (rate(${series('grpc_client_handled_total', job, grpcFailures)}[5m]))
      /
      sum by (namespace, grpc_method) (rate(${series('grpc_client_handled_total', job)}[5m]))
      > 0.05`,
    summary: 'Calls of Thanos Query to StoreAPIs fail.',
    description: '{{ $value | humanizePercentage }} of the {{ $labels.grpc_method }} calls in '
      + '{{ $labels.namespace }} fail. Answers are partial.',
  },
  {
    name: 'ThanosQueryDiscoveryFailing', severity: 'warning', for: '15m',
    expr: `
      sum by (namespace, pod) (rate(${series('thanos_query_endpoints_dns_failures_total', job)}[5m]))
      /
      sum by (namespace, pod) (rate(${series('thanos_query_endpoints_dns_lookups_total', job)}[5m]))
      > 0.01`,
    summary: 'Thanos Query {{ $labels.pod }} cannot resolve its endpoints.',
    description: '{{ $value | humanizePercentage }} of the DNS lookups of '
      + '{{ $labels.namespace }}/{{ $labels.pod }} for StoreAPIs fail. It does not notice new or moved pods.',
  },
]

/** One rule for each kind of StoreAPI that the cluster has: a missing kind has no series that could tell of it. */
function expectedStoreApis({ storeApis: expected = {} }: Active): Statement[] {
  return Object.entries(expected).filter(([, count]) => count > 0).map(([type, count]): Statement => ({
    name: 'ThanosQueryEndpointsMissing', severity: 'warning', for: '10m', labels: { store_type: type },
    expr: `
      (
        sum by (namespace, pod) (${series('thanos_store_nodes_grpc_connections', job, `store_type="${type}"`)})
        or
        0 * max by (namespace, pod) (${series('up', job)} == 1)
      ) < ${count}`,
    summary: `Thanos Query {{ $labels.pod }} lacks StoreAPIs of the type ${type}.`,
    description: `{{ $labels.namespace }}/{{ $labels.pod }} is connected to {{ $value }} of ${count} StoreAPIs of `
      + `the type ${type}. Its answers lack their data, or their redundancy.`,
  }))
}
