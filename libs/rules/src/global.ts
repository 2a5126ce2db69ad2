import type { Alert } from './alert.ts'

/** Alerts that only somebody who sees all Prometheus servers can raise; Thanos Rule evaluates them through Query. */
export const globalAlerts: Alert[] = [
  {
    name: 'ThanosNoFreshData', about: 'thanos-rule', severity: 'critical', for: '5m',
    expr: 'absent(max by (cluster) (timestamp(up{job="prometheus"})) > time() - 300)',
    summary: 'Queries have no fresh data.',
    description: 'Asked through Query, no Prometheus has a sample of the last five minutes: the way from scrape to query is broken.',
  },
  {
    name: 'PrometheusReplicasDisagree', about: 'thanos-rule', severity: 'warning', for: '30m',
    expr: 'max by (cluster) (sum by (cluster, instance) (prometheus_tsdb_head_series{job="prometheus"})) > 1.5 * min by (cluster) (sum by (cluster, instance) (prometheus_tsdb_head_series{job="prometheus"}))',
    summary: 'Replicas of Prometheus see different things.',
    description: 'One replica in {{ $labels.cluster }} has {{ printf "%.0f" $value }} series, half as many again as another.',
  },
]
