import { about } from './alert.ts'
import { series } from './jobs.ts'
import { duration, number } from './threshold.ts'

const heads = `max by (cluster, pod) (${series('prometheus_tsdb_head_series', 'prometheus')})`

/**
 * Alerts that need a view of all Prometheus servers and an evaluator that still runs when all of them are down:
 * Thanos Rule evaluates them through Thanos Query.
 */
export const globalAlerts = about('thanos-rule', [
  {
    name: 'ThanosNoFreshData',
    severity: 'critical',
    for: '5m',
    thresholds: { age: duration('5m') },
    expr: `absent(timestamp(${series('up', 'prometheus')}) > time() - %{age})`,
    summary: 'Queries return no fresh data.',
    description:
      'Queried through Thanos Query, no Prometheus has a sample from the last %{age}: all are down, or ' +
      'the path from scrape to query is broken.',
  },
  {
    name: 'PrometheusReplicasDisagree',
    severity: 'warning',
    for: '30m',
    thresholds: { factor: number(1.5) },
    expr: `max by (cluster) (${heads}) > %{factor} * min by (cluster) (${heads})`,
    summary: 'Prometheus replicas in {{ $labels.cluster }} disagree.',
    description:
      'One Prometheus replica in {{ $labels.cluster }} has {{ $value | humanize }} head series, ' +
      'over %{factor} times as many as another.',
  },
])
