import type { ActiveParts } from '../active.ts'
import type { Group } from '../definition.ts'
import { sel } from '../jobs.ts'
import { bucketFailures, noUpload, notReady, uploadFailures, whenPresent } from './common.ts'

const job = 'thanos-sidecar'

/** Thanos Sidecar: serves the fresh data of its Prometheus and uploads its blocks. */
export function thanosSidecar({ components }: ActiveParts): Group[] {
  return whenPresent(components.has(job), job, {
    alerts: [
      {
        name: 'ThanosSidecarDown', severity: 'critical', for: '10m',
        expr: `up${sel(job)} == 0 or absent(up${sel(job)})`,
        summary: 'A Thanos Sidecar does not answer',
        description: '{{ with $labels.pod }}The sidecar in {{ . }}{{ else }}No sidecar at all{{ end }} has answered for 10 minutes. Its Prometheus is missing in queries, and its blocks are not uploaded.',
      },
      notReady(job, {
        name: 'ThanosSidecarNotReady', severity: 'warning',
        impact: 'It could not read the external labels of its Prometheus, or is not allowed to upload.',
      }),
      {
        name: 'ThanosSidecarPrometheusUnreachable', severity: 'critical', for: '5m',
        expr: `thanos_sidecar_prometheus_up${sel(job)} == 0`,
        summary: 'The sidecar of {{ $labels.pod }} does not reach its Prometheus',
        description: 'The sidecar in {{ $labels.namespace }}/{{ $labels.pod }} has had no answer of the Prometheus beside it for 5 minutes; queries lack that replica.',
      },
      bucketFailures(job, { name: 'ThanosSidecarBucketOperationsFailing', severity: 'critical', impact: 'Blocks wait on the disk of Prometheus, as long as its retention allows.' }),
      uploadFailures(job, { name: 'ThanosSidecarUploadFailing', severity: 'critical', impact: 'What is not uploaded before the retention of Prometheus ends is lost.' }),
      noUpload(job, { name: 'ThanosSidecarNoUpload', severity: 'critical', impact: 'What is not uploaded before the retention of Prometheus ends is lost.' }),
    ],
  })
}
