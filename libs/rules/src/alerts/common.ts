import type { Active } from '../active.ts'
import type { Statement } from '../alert.ts'
import { type Job, type Matcher, series } from '../jobs.ts'
import { duration, ratio } from '../threshold.ts'

type Told = Pick<Statement, 'name' | 'severity'> & {
  /** What does not work while it fires; ends with a full stop. */ impact: string
}

/** The process answers but says itself that it is not ready to serve. */
export function notReady(job: Job, { name, severity, impact }: Told, duration = '15m'): Statement {
  return {
    name,
    severity,
    for: duration,
    expr: `${series('thanos_status', job, 'check="ready"')} == 0`,
    summary: `${job} {{ $labels.pod }} is not ready.`,
    description: `{{ $labels.namespace }}/{{ $labels.pod }} is running but has not been ready for ${duration}. ${impact}`,
  }
}

/** Requests to the object store fail, except those whose failure the client expects. */
export function bucketFailures(job: Job, { name, severity, impact }: Told): Statement {
  return {
    name,
    severity,
    for: '15m',
    thresholds: { failures: ratio(0.05) },
    expr: `
      sum by (namespace, pod, operation) (rate(${series('thanos_objstore_bucket_operation_failures_total', job)}[15m]))
      /
      sum by (namespace, pod, operation) (rate(${series('thanos_objstore_bucket_operations_total', job)}[15m]))
      > %{failures}`,
    summary: `Object store requests of ${job} {{ $labels.pod }} are failing.`,
    description:
      '{{ $value | humanizePercentage }} of the {{ $labels.operation }} requests from ' +
      `{{ $labels.namespace }}/{{ $labels.pod }} to the object store are failing. ${impact}`,
  }
}

/** There are blocks to upload, and uploads fail. */
export function uploadFailures(job: Job, { name, severity, impact }: Told): Statement {
  return {
    name,
    severity,
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_shipper_upload_failures_total', job)}[1h])) > 0`,
    summary: `${job} {{ $labels.pod }} is failing to upload blocks.`,
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has failed {{ $value | humanize }} block uploads ' +
      `in the last hour. ${impact}`,
  }
}

/**
 * Nothing was uploaded although a block is due every two hours. A process that has not uploaded since its start (the
 * timestamp is then 0) gets six hours: a new TSDB cuts its first block after three to five.
 */
export function noUpload(job: Job, { name, severity, impact }: Told): Statement {
  const last = `max by (namespace, pod) (${series('thanos_objstore_bucket_last_successful_upload_time', job)})`
  return {
    name,
    severity,
    for: '15m',
    thresholds: { age: duration('3h') },
    expr: `
      time() - (${last} > 0) > %{age}
      or
      time() - max by (namespace, pod) (${series('process_start_time_seconds', job)}) > 6 * 3600
      and on (namespace, pod) ${last} == 0`,
    summary: `${job} {{ $labels.pod }} has not uploaded a block for hours.`,
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has not uploaded to the object store for ' +
      `{{ $value | humanizeDuration }}; a block is due every two hours. ${impact}`,
  }
}

/** gRPC status codes that mean a failure of the server; the others are valid answers. */
export const grpcFailures =
  'grpc_code=~"Aborted|DataLoss|DeadlineExceeded|Internal|ResourceExhausted|Unavailable|Unknown"'

/** The matcher for the stack's namespaces; none if they are not given. */
export function ownNamespaces({ namespaces = [] }: Active): Matcher[] {
  return namespaces.length === 0 ? [] : [`namespace=~"${[...new Set(namespaces)].join('|')}"`]
}
