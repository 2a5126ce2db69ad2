import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { grpcFailures, notReady } from './common.ts'
import { duration, ratio } from '../threshold.ts'

const job = 'thanos-query'

/** Thanos Query: the one component that sees all data. */
export function queryAlerts(active: Active): Alert[] {
  return about(job, [
    notReady(job, {
      name: 'ThanosQueryNotReady',
      severity: 'warning',
      impact: 'It receives no queries until it has discovered its endpoints.',
    }),
    ...answering,
    ...storeApis,
    ...expectedStoreApis(active),
  ])
}

const answering: Statement[] = [
  {
    name: 'ThanosQueryErrors',
    severity: 'critical',
    for: '5m',
    thresholds: { errors: ratio(0.05) },
    expr: 'namespace_handler:thanos_query_request_errors:ratio_rate5m > %{errors}',
    summary: 'Thanos Query error rate is high.',
    description:
      '{{ $value | humanizePercentage }} of the {{ $labels.handler }} requests in {{ $labels.namespace }} ' +
      'fail with a 5xx status.',
  },
  {
    name: 'ThanosQueryInstantSlow',
    severity: 'warning',
    for: '15m',
    thresholds: { latency: duration('30s') },
    expr: 'namespace_handler:thanos_query_request_duration_seconds:p99_rate5m{handler="query"} > %{latency}',
    summary: 'Instant query latency is high.',
    description:
      'The 99th percentile latency of instant queries in {{ $labels.namespace }} is ' +
      '{{ $value | humanizeDuration }}. Rule evaluations of Thanos Rule may be late.',
  },
  {
    name: 'ThanosQueryRangeSlow',
    severity: 'warning',
    for: '15m',
    thresholds: { latency: duration('90s') },
    expr: 'namespace_handler:thanos_query_request_duration_seconds:p99_rate5m{handler="query_range"} > %{latency}',
    summary: 'Range query latency is high.',
    description:
      'The 99th percentile latency of range queries in {{ $labels.namespace }} is ' +
      '{{ $value | humanizeDuration }}.',
  },
  {
    name: 'ThanosQueryOverloaded',
    severity: 'warning',
    for: '15m',
    thresholds: { used: ratio(0.9) },
    expr: `
      avg_over_time(${series('thanos_query_concurrent_gate_queries_in_flight', job)}[5m])
      / ${series('thanos_query_concurrent_gate_queries_max', job)}
      > %{used}`,
    summary: 'Thanos Query {{ $labels.pod }} is at its concurrency limit.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has been at {{ $value | humanizePercentage }} of its ' +
      'concurrent query limit for 15 minutes; further queries are queued.',
  },
]

const storeApis: Statement[] = [
  {
    name: 'ThanosQueryKnowsNoStoreApi',
    severity: 'critical',
    for: '2m',
    expr: `
      max by (namespace) (
        sum by (namespace, pod) (${series('thanos_store_nodes_grpc_connections', job)})
        or
        0 * max by (namespace, pod) (${series('up', job)} == 1)
      ) == 0`,
    summary: 'No Thanos Query knows any StoreAPI.',
    description:
      'No Thanos Query in {{ $labels.namespace }} is connected to any StoreAPI. None of them is ready, and all queries fail.',
  },
  {
    name: 'ThanosQueryStoreApiErrors',
    severity: 'warning',
    for: '10m',
    thresholds: { errors: ratio(0.05) },
    expr: `
      sum by (namespace, grpc_method) (rate(${series('grpc_client_handled_total', job, grpcFailures)}[5m]))
      /
      sum by (namespace, grpc_method) (rate(${series('grpc_client_handled_total', job)}[5m]))
      > %{errors}`,
    summary: 'Thanos Query StoreAPI calls are failing.',
    description:
      '{{ $value | humanizePercentage }} of the {{ $labels.grpc_method }} calls from Thanos Query in ' +
      '{{ $labels.namespace }} to StoreAPIs fail. Query results are partial.',
  },
  {
    name: 'ThanosQueryDiscoveryFailing',
    severity: 'warning',
    for: '15m',
    thresholds: { failures: ratio(0.01) },
    expr: `
      sum by (namespace, pod) (rate(${series('thanos_query_endpoints_dns_failures_total', job)}[5m]))
      /
      sum by (namespace, pod) (rate(${series('thanos_query_endpoints_dns_lookups_total', job)}[5m]))
      > %{failures}`,
    summary: 'Thanos Query {{ $labels.pod }} is failing to resolve its endpoints.',
    description:
      '{{ $value | humanizePercentage }} of the StoreAPI DNS lookups of ' +
      '{{ $labels.namespace }}/{{ $labels.pod }} fail. New or moved pods are not discovered.',
  },
]

/** One rule for each kind of StoreAPI that the cluster has: a missing kind has no series to alert on. */
function expectedStoreApis({ storeApis: expected = {} }: Active): Statement[] {
  return Object.entries(expected)
    .filter(([, count]) => count > 0)
    .map(([type, count]): Statement => ({
      name: 'ThanosQueryEndpointsMissing',
      severity: 'warning',
      for: '10m',
      labels: { store_type: type },
      expr: `
      (
        sum by (namespace, pod) (${series('thanos_store_nodes_grpc_connections', job, `store_type="${type}"`)})
        or
        0 * max by (namespace, pod) (${series('up', job)} == 1)
      ) < ${count}`,
      summary: `Thanos Query {{ $labels.pod }} is missing ${type} StoreAPI endpoints.`,
      description:
        `{{ $labels.namespace }}/{{ $labels.pod }} is connected to {{ $value }} of ${count} ${type} ` +
        'StoreAPI endpoints. Query results lack their data or their redundancy.',
    }))
}
