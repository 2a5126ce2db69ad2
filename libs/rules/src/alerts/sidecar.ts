import type { Alert } from '../alert.ts'
import { series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'thanos-sidecar', ...matchers)

export const sidecarAlerts: Alert[] = [
  {
    name: 'ThanosSidecarPrometheusUnreachable', about: 'thanos-sidecar', severity: 'critical', for: '5m',
    expr: `${of('thanos_sidecar_prometheus_up')} == 0`,
    summary: 'A sidecar cannot reach the Prometheus in its pod.',
    description: 'The sidecar of {{ $labels.pod }} has not heard from Prometheus for 5 minutes: its fresh data is missing from answers.',
  },
  {
    name: 'ThanosSidecarUploadsFailing', about: 'thanos-sidecar', severity: 'critical', for: '15m',
    expr: `increase(${of('thanos_shipper_upload_failures_total')}[15m]) > 0`,
    summary: 'A sidecar cannot upload blocks.',
    description: 'The sidecar of {{ $labels.pod }} failed {{ printf "%.0f" $value }} uploads in 15 minutes. What is not uploaded before the local retention ends is lost.',
  },
  {
    name: 'ThanosSidecarNoUploads', about: 'thanos-sidecar', severity: 'critical', for: '30m',
    expr: `increase(${of('thanos_shipper_uploads_total')}[5h]) == 0 and on (instance) (time() - ${of('process_start_time_seconds')} > 5 * 3600)`,
    summary: 'A sidecar has uploaded nothing for five hours.',
    description: 'Prometheus cuts a block every 2 hours, but the sidecar of {{ $labels.pod }} has uploaded none for 5.',
  },
  {
    name: 'ThanosSidecarBucketOperationsFailing', about: 'thanos-sidecar', severity: 'warning', for: '15m',
    expr: `sum by (pod, operation) (rate(${of('thanos_objstore_bucket_operation_failures_total')}[5m])) / sum by (pod, operation) (rate(${of('thanos_objstore_bucket_operations_total')}[5m])) > 0.05`,
    summary: 'The object store refuses a sidecar.',
    description: '{{ $value | humanizePercentage }} of the operations {{ $labels.operation }} of {{ $labels.pod }} fail.',
  },
]
