import type { ActiveParts } from '../active.ts'
import type { Group } from '../definition.ts'
import { sel } from '../jobs.ts'
import { allDown, notReady, whenPresent } from './common.ts'

const job = 'thanos-query-frontend'

/** Thanos Query Frontend: splits, caches and retries what people ask. */
export function thanosQueryFrontend({ components }: ActiveParts): Group[] {
  return whenPresent(components.has(job), job, {
    alerts: [
      allDown(job, { name: 'ThanosQueryFrontendDown', severity: 'critical', impact: 'Grafana and the web page have no data; Thanos Query itself may still answer.' }),
      notReady(job, { name: 'ThanosQueryFrontendNotReady', severity: 'warning', impact: 'It is ready only while Thanos Query is.' }),
      {
        name: 'ThanosQueryFrontendHighErrorRate', severity: 'critical', for: '5m',
        expr: 'namespace_handler:thanos_query_frontend_http_errors:ratio_rate5m > 0.05',
        summary: 'Thanos Query Frontend answers with errors',
        description: '{{ $value | humanizePercentage }} of the requests to the query frontend in {{ $labels.namespace }} end with a status of 5xx.',
      },
      {
        name: 'ThanosQueryFrontendSlow', severity: 'warning', for: '15m',
        expr: 'namespace_handler:thanos_query_frontend_http_duration_seconds:p99_rate5m > 90',
        summary: 'Thanos Query Frontend is slow',
        description: 'One of 100 requests to the query frontend in {{ $labels.namespace }} takes {{ $value | humanizeDuration }} or longer.',
      },
      {
        name: 'ThanosQueryFrontendRetrying', severity: 'warning', for: '15m',
        expr: `
          sum by (namespace) (rate(cortex_query_frontend_retries_sum${sel(job)}[5m]))
          /
          sum by (namespace) (rate(cortex_query_frontend_retries_count${sel(job)}[5m]))
          > 1`,
        summary: 'Thanos Query Frontend has to repeat requests',
        description: 'A request of the query frontend in {{ $labels.namespace }} is repeated {{ $value | humanize }} times on average before Thanos Query answers it.',
      },
    ],
  })
}
