import type { Alert } from '../alert.ts'
import { ratio, series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'thanos-store', ...matchers)

export const storeAlerts: Alert[] = [
  {
    name: 'ThanosStoreErrors', about: 'thanos-store', severity: 'warning', for: '10m',
    expr: `${ratio(of('grpc_server_handled_total', 'grpc_code=~"Unknown|ResourceExhausted|Internal|Unavailable|DataLoss|DeadlineExceeded"'), of('grpc_server_started_total'), 'pod')} > 0.05`,
    summary: 'Store Gateway answers with errors.',
    description: '{{ $value | humanizePercentage }} of the calls to {{ $labels.pod }} fail.',
  },
  {
    name: 'ThanosStoreBucketOperationsFailing', about: 'thanos-store', severity: 'warning', for: '15m',
    expr: `${ratio(of('thanos_objstore_bucket_operation_failures_total'), of('thanos_objstore_bucket_operations_total'), 'pod, operation')} > 0.05`,
    summary: 'The object store refuses Store Gateway.',
    description: '{{ $value | humanizePercentage }} of the operations {{ $labels.operation }} of {{ $labels.pod }} fail.',
  },
  {
    name: 'ThanosStoreBucketSlow', about: 'thanos-store', severity: 'warning', for: '15m',
    expr: `histogram_quantile(0.99, sum by (le, operation) (rate(${of('thanos_objstore_bucket_operation_duration_seconds_bucket')}[5m]))) > 5`,
    summary: 'The object store is slow.',
    description: 'One in a hundred operations {{ $labels.operation }} of Store Gateway takes longer than {{ printf "%.0f" $value }} s.',
  },
  {
    name: 'ThanosStoreSeriesGateFull', about: 'thanos-store', severity: 'warning', for: '10m',
    expr: `max_over_time(${of('thanos_bucket_store_series_gate_queries_max')}[5m]) - avg_over_time(${of('thanos_bucket_store_series_gate_queries_in_flight')}[5m]) < 1`,
    summary: 'Queries wait for Store Gateway.',
    description: '{{ $labels.pod }} answers as many requests as it may; further ones wait.',
  },
  {
    name: 'ThanosStoreNotSyncing', about: 'thanos-store', severity: 'warning', for: '30m',
    expr: `time() - ${of('thanos_blocks_meta_last_successful_sync_timestamp_seconds')} > 3600 or ${of('thanos_blocks_meta_last_successful_sync_timestamp_seconds')} == 0`,
    summary: 'Store Gateway does not learn of new blocks.',
    description: '{{ $labels.pod }} has not read the list of blocks for over an hour.',
  },
]
