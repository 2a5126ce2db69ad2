import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures, notReady } from './common.ts'
import { duration, ratio } from '../threshold.ts'

const job = 'thanos-store'

/** Thanos Store Gateway: serves the blocks of the object store. */
export function storeAlerts(): Alert[] {
  return about(job, [
    notReady(
      job,
      {
        name: 'ThanosStoreNotReady',
        severity: 'warning',
        impact: 'It is still loading blocks, or cannot read the bucket.',
      },
      '30m',
    ),
    bucketFailures(job, {
      name: 'ThanosStoreBucketOperationsFailing',
      severity: 'critical',
      impact: 'Queries over older data fail or return partial results.',
    }),
    ...blocks,
    ...requests,
  ])
}

const blocks: Statement[] = [
  {
    name: 'ThanosStoreNoBlocksLoaded',
    severity: 'critical',
    for: '30m',
    expr: `
      max by (namespace, pod) (${series('thanos_bucket_store_blocks_loaded', job)}) == 0
      and on (namespace, pod)
      max by (namespace, pod) (${series('thanos_blocks_meta_synced', job, 'state="loaded"')}) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} has loaded no blocks.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} sees blocks of its shard in the bucket but has loaded ' +
      'none of them for 30 minutes.',
  },
  {
    name: 'ThanosStoreBlockLoadsFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_bucket_store_block_load_failures_total', job)}[30m])) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} is failing to load blocks.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has failed {{ $value | humanize }} block loads in the ' +
      'last 30 minutes; the time range of those blocks is missing from query results.',
  },
  {
    name: 'ThanosStoreNotSyncing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_blocks_meta_sync_failures_total', job)}[30m])) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} cannot sync block metadata.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has failed {{ $value | humanize }} times in the last 30 ' +
      'minutes to read the list of blocks in the bucket. It misses new blocks and may read deleted ones.',
  },
]

const requests: Statement[] = [
  {
    name: 'ThanosStoreErrors',
    severity: 'warning',
    for: '10m',
    thresholds: { errors: ratio(0.05) },
    expr: 'namespace:thanos_store_series_errors:ratio_rate5m > %{errors}',
    summary: 'Thanos Store error rate is high.',
    description:
      '{{ $value | humanizePercentage }} of the Series calls to the store gateways in ' +
      '{{ $labels.namespace }} fail.',
  },
  {
    name: 'ThanosStoreSlow',
    severity: 'warning',
    for: '15m',
    thresholds: { latency: duration('1m') },
    expr: 'namespace:thanos_store_series_duration_seconds:p99_rate5m > %{latency}',
    summary: 'Thanos Store latency is high.',
    description:
      'The 99th percentile latency of Series calls to the store gateways in {{ $labels.namespace }} is ' +
      '{{ $value | humanizeDuration }}.',
  },
  {
    name: 'ThanosStoreSeriesGateSlow',
    severity: 'warning',
    for: '15m',
    thresholds: { wait: duration('2s') },
    expr: `
      histogram_quantile(0.99,
        sum by (namespace, pod, le) (rate(${series('thanos_bucket_store_series_gate_queries_duration_seconds_bucket', job)}[5m])))
      > %{wait}`,
    summary: 'Queries are queued in Thanos Store {{ $labels.pod }}.',
    description:
      'The 99th percentile wait of Series calls in {{ $labels.namespace }}/{{ $labels.pod }} before they ' +
      'are processed is {{ $value | humanizeDuration }}.',
  },
  {
    name: 'ThanosStoreQueriesDropped',
    severity: 'warning',
    for: '5m',
    expr: `sum by (namespace, pod, reason) (increase(${series('thanos_bucket_store_queries_dropped_total', job)}[5m])) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} is rejecting queries over its limits.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has rejected {{ $value | humanize }} queries in the last ' +
      '5 minutes that exceeded the {{ $labels.reason }} limit.',
  },
]
