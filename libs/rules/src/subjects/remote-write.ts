import type { ActiveParts } from '../active.ts'
import type { Alert, Group } from '../definition.ts'
import { sel } from '../jobs.ts'
import { whenPresent } from './common.ts'

const self = sel('prometheus')

/** The way of samples from Prometheus to Thanos Receive. */
export function remoteWrite({ components }: ActiveParts): Group[] {
  return whenPresent(components.has('thanos-receive-router'), 'remote-write', { alerts })
}

const by = 'namespace, pod, remote_name'

const alerts: Alert[] = [
  {
    name: 'PrometheusRemoteWriteBehind', severity: 'critical', for: '15m',
    expr: `
      max by (${by}) (max_over_time(prometheus_remote_storage_queue_highest_timestamp_seconds${self}[5m]))
      -
      max by (${by}) (max_over_time(prometheus_remote_storage_queue_highest_sent_timestamp_seconds${self}[5m]))
      > 120`,
    summary: 'Remote write of {{ $labels.pod }} is behind',
    description: '{{ $labels.remote_name }} has got the samples of {{ $labels.namespace }}/{{ $labels.pod }} only up to {{ $value | humanizeDuration }} ago. Queries lack the newest data; after two hours samples are lost.',
  },
  {
    name: 'PrometheusRemoteWriteDropping', severity: 'critical', for: '10m',
    expr: `
      sum by (${by}) (rate(prometheus_remote_storage_samples_failed_total${self}[5m]))
      /
      sum by (${by}) (rate(prometheus_remote_storage_samples_total${self}[5m]))
      > 0.01`,
    summary: 'Remote write of {{ $labels.pod }} loses samples',
    description: '{{ $labels.remote_name }} refuses {{ $value | humanizePercentage }} of the samples of {{ $labels.namespace }}/{{ $labels.pod }} with an error that is not retried. They are lost.',
  },
  {
    name: 'PrometheusRemoteWriteRetrying', severity: 'warning', for: '15m',
    expr: `
      sum by (${by}) (rate(prometheus_remote_storage_samples_retried_total${self}[5m]))
      /
      sum by (${by}) (rate(prometheus_remote_storage_samples_total${self}[5m]))
      > 0.1`,
    summary: 'Remote write of {{ $labels.pod }} is refused and retried',
    description: '{{ $value | humanizePercentage }} of the samples of {{ $labels.namespace }}/{{ $labels.pod }} to {{ $labels.remote_name }} had to be sent again within 5 minutes.',
  },
  {
    name: 'PrometheusRemoteWriteSaturated', severity: 'warning', for: '15m',
    expr: `
      max by (${by}) (prometheus_remote_storage_shards_desired${self})
      > max by (${by}) (prometheus_remote_storage_shards_max${self})`,
    summary: 'Remote write of {{ $labels.pod }} needs more shards than it may have',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} would need {{ $value | humanize }} parallel senders to {{ $labels.remote_name }}, which is more than its configuration allows.',
  },
]
