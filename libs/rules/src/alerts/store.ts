import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures, notReady } from './common.ts'

const job = 'thanos-store'

/** Thanos Store Gateway: serves the blocks of the object store. */
export function storeAlerts(): Alert[] {
  return about(job, [
    notReady(job, {
      name: 'ThanosStoreNotReady', severity: 'warning',
      impact: 'It is still loading blocks, or cannot read the bucket.',
    }, '30m'),
    bucketFailures(job, {
      name: 'ThanosStoreBucketOperationsFailing', severity: 'critical',
      impact: 'Queries over older data fail or are partial.',
    }),
    ...blocks, ...requests,
  ])
}

const blocks: Statement[] = [
  {
    name: 'ThanosStoreNoBlocksLoaded', severity: 'critical', for: '30m',
    expr: `
      max by (namespace, pod) (${series('thanos_bucket_store_blocks_loaded', job)}) == 0
      and on (namespace, pod)
      max by (namespace, pod) (${series('thanos_blocks_meta_synced', job, 'state="loaded"')}) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} has loaded no blocks.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} sees blocks of its share in the bucket but serves none '
      + 'of them.',
  },
  {
    name: 'ThanosStoreBlockLoadsFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_bucket_store_block_load_failures_total', job)}[30m])) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} cannot load blocks.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} failed to load a block {{ $value | humanize }} times '
      + 'in 30 minutes; its time span is missing in answers.',
  },
  {
    name: 'ThanosStoreNotSyncing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_blocks_meta_sync_failures_total', job)}[30m])) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} cannot list the bucket.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} failed {{ $value | humanize }} times in 30 minutes to '
      + 'learn which blocks there are. It misses new ones and may ask for deleted ones.',
  },
]

const requests: Statement[] = [
  {
    name: 'ThanosStoreErrors', severity: 'warning', for: '10m',
    expr: 'namespace:thanos_store_series_errors:ratio_rate5m > 0.05',
    summary: 'Thanos Store fails to answer queries.',
    description: '{{ $value | humanizePercentage }} of the Series calls to the store gateways in '
      + '{{ $labels.namespace }} fail.',
  },
  {
    name: 'ThanosStoreSlow', severity: 'warning', for: '15m',
    expr: 'namespace:thanos_store_series_duration_seconds:p99_rate5m > 60',
    summary: 'Thanos Store is slow.',
    description: 'One of 100 Series calls to the store gateways in {{ $labels.namespace }} takes '
      + '{{ $value | humanizeDuration }} or longer.',
  },
  {
    name: 'ThanosStoreSeriesGateSlow', severity: 'warning', for: '15m',
    expr: `
      histogram_quantile(0.99,
        sum by (namespace, pod, le) (rate(${series('thanos_bucket_store_series_gate_queries_duration_seconds_bucket', job)}[5m])))
      > 2`,
    summary: 'Queries wait for their turn in Thanos Store {{ $labels.pod }}.',
    description: 'One of 100 Series calls waits {{ $value | humanizeDuration }} or longer in '
      + '{{ $labels.namespace }}/{{ $labels.pod }} before it may begin.',
  },
  {
    name: 'ThanosStoreQueriesDropped', severity: 'warning', for: '5m',
    expr: `sum by (namespace, pod, reason) (increase(${series('thanos_bucket_store_queries_dropped_total', job)}[5m])) > 0`,
    summary: 'Thanos Store {{ $labels.pod }} refuses queries that are too large.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} refused {{ $value | humanize }} queries in 5 minutes '
      + 'since they exceed the limit of {{ $labels.reason }}.',
  },
]
