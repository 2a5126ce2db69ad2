import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { duration, ratio } from '../threshold.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'prometheus', ...matchers)
const by = 'namespace, pod, remote_name'

/** Remote write from Prometheus to Thanos Receive, and to others. */
export function remoteWriteAlerts({ remoteWrites }: Active): Alert[] {
  return about('prometheus', remoteWrites ? writing : [])
}

const writing: Statement[] = [
  {
    name: 'PrometheusRemoteWriteBehind',
    severity: 'critical',
    for: '15m',
    thresholds: { delay: duration('2m') },
    expr: `
      max by (${by}) (max_over_time(${of('prometheus_remote_storage_queue_highest_timestamp_seconds')}[5m]))
      -
      max by (${by}) (max_over_time(${of('prometheus_remote_storage_queue_highest_sent_timestamp_seconds')}[5m]))
      > %{delay}`,
    summary: 'Remote write of Prometheus {{ $labels.pod }} is behind.',
    description:
      'Remote write from {{ $labels.namespace }}/{{ $labels.pod }} to {{ $labels.remote_name }} is ' +
      '{{ $value | humanizeDuration }} behind. Queries there lack the latest data; after two hours samples are lost.',
  },
  {
    name: 'PrometheusRemoteWriteFailing',
    severity: 'critical',
    for: '10m',
    thresholds: { failures: ratio(0.01) },
    expr: `
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_failed_total')}[5m]))
      /
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_total')}[5m]))
      > %{failures}`,
    summary: 'Remote write of Prometheus {{ $labels.pod }} is losing samples.',
    description:
      '{{ $labels.remote_name }} rejects {{ $value | humanizePercentage }} of the samples from ' +
      '{{ $labels.namespace }}/{{ $labels.pod }} with an error that is not retried. These samples are lost.',
  },
  {
    name: 'PrometheusRemoteWriteRetrying',
    severity: 'warning',
    for: '15m',
    thresholds: { retries: ratio(0.1) },
    expr: `
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_retried_total')}[5m]))
      /
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_total')}[5m]))
      > %{retries}`,
    summary: 'Remote write of Prometheus {{ $labels.pod }} is retrying.',
    description:
      '{{ $value | humanizePercentage }} of the samples from {{ $labels.namespace }}/{{ $labels.pod }} to ' +
      '{{ $labels.remote_name }} had to be retried in the last 5 minutes.',
  },
  {
    name: 'PrometheusRemoteWriteShardsAtLimit',
    severity: 'warning',
    for: '15m',
    expr: `
      max by (${by}) (${of('prometheus_remote_storage_shards_desired')})
      > max by (${by}) (${of('prometheus_remote_storage_shards_max')})`,
    summary: 'Remote write of Prometheus {{ $labels.pod }} has reached its shard limit.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} wants {{ $value | humanize }} shards for ' +
      '{{ $labels.remote_name }}, more than max_shards allows.',
  },
]
