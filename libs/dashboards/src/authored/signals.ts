import { PercentUnit, RequestsPerSecond, Seconds } from '@grafana/grafana-foundation-sdk/units'
import { graph, type Sized } from './panels.ts'
import { quantileBy, rate, share, stack, sumBy, type Job } from './promql.ts'

/** Requests, errors and latency of the HTTP handlers of a Thanos component, in one line of three panels. */
export function httpSignals(job: Job, what: string, handlers = 'handler!=""'): Sized[] {
  const all = sumBy(['handler'], rate('http_requests_total', stack(job, handlers)))
  const failed = sumBy(['handler'], rate('http_requests_total', stack(job, handlers, 'code=~"5.."')))
  return [
    graph({
      title: `${what}: requests`,
      unit: RequestsPerSecond,
      stacked: true,
      description: 'Requests answered per second, by handler.',
      queries: [[all, '{{handler}}']],
    }),
    graph({
      title: `${what}: errors`,
      unit: PercentUnit,
      description:
        'The part of the requests answered with a status of 5xx. Anything but zero deserves a look at the logs.',
      queries: [[share(failed, all), '{{handler}}']],
    }),
    graph({
      title: `${what}: latency`,
      unit: Seconds,
      description: 'The time in which half of the requests, and 99 of 100, were answered.',
      queries: quantiles('http_request_duration_seconds', stack(job, handlers)),
    }),
  ]
}

/** Calls, errors and latency of the gRPC server of a Thanos component, in one line of three panels. */
export function grpcSignals(
  job: Job,
  what: string,
  methods = 'grpc_method!~"Info|Check|ServerReflectionInfo"',
): Sized[] {
  const all = sumBy(['grpc_method'], rate('grpc_server_handled_total', stack(job, methods)))
  const failed = sumBy(['grpc_method'], rate('grpc_server_handled_total', stack(job, methods, failedCalls)))
  return [
    graph({
      title: `${what}: gRPC calls`,
      unit: RequestsPerSecond,
      stacked: true,
      description: 'gRPC calls finished per second, by method.',
      queries: [[all, '{{grpc_method}}']],
    }),
    graph({
      title: `${what}: gRPC errors`,
      unit: PercentUnit,
      description:
        "The part of the calls that failed on the server's side; calls that the client gave up are not counted.",
      queries: [[share(failed, all), '{{grpc_method}}']],
    }),
    graph({
      title: `${what}: gRPC latency`,
      unit: Seconds,
      description: 'The time in which half of the calls, and 99 of 100, were finished.',
      queries: quantiles('grpc_server_handling_seconds', stack(job, methods)),
    }),
  ]
}

/** Codes that say that the server failed; Canceled, NotFound and the like are answers. */
export const failedCalls =
  'grpc_code=~"Aborted|DataLoss|DeadlineExceeded|Internal|ResourceExhausted|Unavailable|Unknown"'

function quantiles(histogram: string, matchers: string): [string, string][] {
  return [
    [quantileBy(0.5, [], histogram, matchers), 'p50'],
    [quantileBy(0.99, [], histogram, matchers), 'p99'],
  ]
}
