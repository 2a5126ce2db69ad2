import { about } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures, noUpload, notReady, uploadFailures } from './common.ts'

const job = 'thanos-sidecar'

/** Thanos Sidecar: serves the fresh data of its Prometheus and uploads its blocks. */
export const sidecarAlerts = about(job, [
  notReady(job, {
    name: 'ThanosSidecarNotReady',
    severity: 'warning',
    impact: 'It cannot read the external labels of its Prometheus, or is not allowed to upload.',
  }),
  {
    name: 'ThanosSidecarPrometheusUnreachable',
    severity: 'critical',
    for: '5m',
    expr: `${series('thanos_sidecar_prometheus_up', job)} == 0`,
    summary: 'Thanos Sidecar {{ $labels.pod }} cannot reach its Prometheus.',
    description:
      'The sidecar in {{ $labels.namespace }}/{{ $labels.pod }} has not been able to reach its Prometheus ' +
      'for 5 minutes; queries lack the latest data of that replica.',
  },
  bucketFailures(job, {
    name: 'ThanosSidecarBucketOperationsFailing',
    severity: 'critical',
    impact: 'Blocks stay on the Prometheus volume until its retention deletes them.',
  }),
  uploadFailures(job, {
    name: 'ThanosSidecarUploadsFailing',
    severity: 'critical',
    impact: 'Blocks not uploaded before the Prometheus retention deletes them are lost.',
  }),
  noUpload(job, {
    name: 'ThanosSidecarNoUploads',
    severity: 'critical',
    impact: 'Blocks not uploaded before the Prometheus retention deletes them are lost.',
  }),
])
