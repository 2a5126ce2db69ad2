import { about } from '../alert.ts'
import { series } from '../jobs.ts'
import { notReady } from './common.ts'
import { duration, number, ratio } from '../threshold.ts'

const job = 'thanos-query-frontend'

/** Thanos Query Frontend: splits, caches and retries queries. */
export const queryFrontendAlerts = about(job, [
  notReady(job, {
    name: 'ThanosQueryFrontendNotReady',
    severity: 'warning',
    impact: 'It is ready only while Thanos Query is ready.',
  }),
  {
    name: 'ThanosQueryFrontendErrors',
    severity: 'critical',
    for: '5m',
    thresholds: { errors: ratio(0.05) },
    expr: 'namespace_handler:thanos_query_frontend_request_errors:ratio_rate5m > %{errors}',
    summary: 'Thanos Query Frontend error rate is high.',
    description:
      '{{ $value | humanizePercentage }} of the requests to the query frontend in {{ $labels.namespace }} ' +
      'fail with a 5xx status.',
  },
  {
    name: 'ThanosQueryFrontendSlow',
    severity: 'warning',
    for: '15m',
    thresholds: { latency: duration('90s') },
    expr: 'namespace_handler:thanos_query_frontend_request_duration_seconds:p99_rate5m > %{latency}',
    summary: 'Thanos Query Frontend latency is high.',
    description:
      'The 99th percentile latency of the query frontend in {{ $labels.namespace }} is ' +
      '{{ $value | humanizeDuration }}.',
  },
  {
    name: 'ThanosQueryFrontendRetrying',
    severity: 'warning',
    for: '15m',
    thresholds: { retries: number(1) },
    expr: `
      sum by (namespace) (rate(${series('cortex_query_frontend_retries_sum', job)}[5m]))
      /
      sum by (namespace) (rate(${series('cortex_query_frontend_retries_count', job)}[5m]))
      > %{retries}`,
    summary: 'Thanos Query Frontend is retrying requests.',
    description:
      'The query frontend in {{ $labels.namespace }} retries each request {{ $value | humanize }} times ' +
      'on average before Thanos Query answers.',
  },
])
