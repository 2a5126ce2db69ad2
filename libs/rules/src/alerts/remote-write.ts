import { about } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'prometheus', ...matchers)
const by = 'namespace, pod, remote_name'

/** The way of samples from Prometheus to Thanos Receive. */
export const remoteWriteAlerts = about('thanos-receive-router', [
  {
    name: 'PrometheusRemoteWriteBehind', severity: 'critical', for: '15m',
    expr: `
      max by (${by}) (max_over_time(${of('prometheus_remote_storage_queue_highest_timestamp_seconds')}[5m]))
      -
      max by (${by}) (max_over_time(${of('prometheus_remote_storage_queue_highest_sent_timestamp_seconds')}[5m]))
      > 120`,
    summary: 'Remote write of {{ $labels.pod }} is behind.',
    description: '{{ $labels.remote_name }} has got the samples of {{ $labels.namespace }}/{{ $labels.pod }} only '
      + 'up to {{ $value | humanizeDuration }} ago. Queries lack the newest data; after two hours samples are lost.',
  },
  {
    name: 'PrometheusRemoteWriteFailing', severity: 'critical', for: '10m',
    expr: `
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_failed_total')}[5m]))
      /
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_total')}[5m]))
      > 0.01`,
    summary: 'Remote write of {{ $labels.pod }} loses samples.',
    description: '{{ $labels.remote_name }} refuses {{ $value | humanizePercentage }} of the samples of '
      + '{{ $labels.namespace }}/{{ $labels.pod }} with an error that is not retried. They are lost.',
  },
  {
    name: 'PrometheusRemoteWriteRetrying', severity: 'warning', for: '15m',
    expr: `
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_retried_total')}[5m]))
      /
      sum by (${by}) (rate(${of('prometheus_remote_storage_samples_total')}[5m]))
      > 0.1`,
    summary: 'Remote write of {{ $labels.pod }} is refused and retried.',
    description: '{{ $value | humanizePercentage }} of the samples of {{ $labels.namespace }}/{{ $labels.pod }} to '
      + '{{ $labels.remote_name }} had to be sent again within 5 minutes.',
  },
  {
    name: 'PrometheusRemoteWriteShardsAtLimit', severity: 'warning', for: '15m',
    expr: `
      max by (${by}) (${of('prometheus_remote_storage_shards_desired')})
      > max by (${by}) (${of('prometheus_remote_storage_shards_max')})`,
    summary: 'Remote write of {{ $labels.pod }} needs more shards than it may have.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} would need {{ $value | humanize }} parallel senders to '
      + '{{ $labels.remote_name }}, which is more than its configuration allows.',
  },
])
