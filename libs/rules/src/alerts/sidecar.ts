import { about } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures, noUpload, notReady, uploadFailures } from './common.ts'

const job = 'thanos-sidecar'

/** Thanos Sidecar: serves the fresh data of its Prometheus and uploads its blocks. */
export const sidecarAlerts = about(job, [
  notReady(job, {
    name: 'ThanosSidecarNotReady', severity: 'warning',
    impact: 'It could not read the external labels of its Prometheus, or is not allowed to upload.',
  }),
  {
    name: 'ThanosSidecarPrometheusUnreachable', severity: 'critical', for: '5m',
    expr: `${series('thanos_sidecar_prometheus_up', job)} == 0`,
    summary: 'The sidecar of {{ $labels.pod }} does not reach its Prometheus.',
    description: 'The sidecar in {{ $labels.namespace }}/{{ $labels.pod }} has had no answer of the Prometheus '
      + 'beside it for 5 minutes; queries lack that replica.',
  },
  bucketFailures(job, {
    name: 'ThanosSidecarBucketOperationsFailing', severity: 'critical',
    impact: 'Blocks wait on the disk of Prometheus, as long as its retention allows.',
  }),
  uploadFailures(job, {
    name: 'ThanosSidecarUploadsFailing', severity: 'critical',
    impact: 'What is not uploaded before the retention of Prometheus ends is lost.',
  }),
  noUpload(job, {
    name: 'ThanosSidecarNoUploads', severity: 'critical',
    impact: 'What is not uploaded before the retention of Prometheus ends is lost.',
  }),
])
