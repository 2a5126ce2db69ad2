import { about } from './alert.ts'
import { series } from './jobs.ts'

const heads = `max by (cluster, pod) (${series('prometheus_tsdb_head_series', 'prometheus')})`

/**
 * Alerts that only somebody who sees all Prometheus servers can raise, and who still runs when none of them does;
 * Thanos Rule evaluates them through Query.
 */
export const globalAlerts = about('thanos-rule', [
  {
    name: 'ThanosNoFreshData', severity: 'critical', for: '5m',
    expr: `absent(timestamp(${series('up', 'prometheus')}) > time() - 300)`,
    summary: 'Queries have no fresh data.',
    description: 'Asked through Query, no Prometheus has a sample of the last five minutes: all are down, or the '
      + 'way from scrape to query is broken.',
  },
  {
    name: 'PrometheusReplicasDisagree', severity: 'warning', for: '30m',
    expr: `max by (cluster) (${heads}) > 1.5 * min by (cluster) (${heads})`,
    summary: 'Replicas of Prometheus in {{ $labels.cluster }} see different things.',
    description: 'One replica in {{ $labels.cluster }} has {{ $value | humanize }} series, half as many again as '
      + 'another.',
  },
])
