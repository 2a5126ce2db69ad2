import type { Active } from './active.ts'
import { about, type Alert, type Statement } from './alert.ts'
import { labelled, series } from './jobs.ts'
import { duration, number } from './threshold.ts'

/**
 * Alerts that need a view of all Prometheus servers and an evaluator that still runs when all of them are down:
 * Thanos Rule evaluates them through Thanos Query. Where Query also reads other clusters they are about this one alone, since
 * those have the same alerts, and since fresh data of others would hide that here is none.
 */
export function globalAlerts({ ownLabels = {}, readClusters = [] }: Active): Alert[] {
  return about('thanos-rule', [...ofThisCluster(ownLabels), ...readClusters.map(silent)])
}

function ofThisCluster(ownLabels: Readonly<Record<string, string>>): Statement[] {
  const heads = `max by (cluster, pod) (${series('prometheus_tsdb_head_series', 'prometheus', ...labelled(ownLabels))})`
  return [
    {
      name: 'ThanosNoFreshData',
      severity: 'critical',
      for: '5m',
      thresholds: { age: duration('5m') },
      expr: `absent(timestamp(${series('up', 'prometheus', ...labelled(ownLabels))}) > time() - %{age})`,
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
  ]
}

/**
 * One rule for each cluster that is read, with its labels in full: `absent` names what is missing by them alone, and Query
 * asks no other cluster for it. A silent cluster cannot say so itself.
 */
function silent({ name, externalLabels }: NonNullable<Active['readClusters']>[number]): Statement {
  return {
    name: 'ThanosClusterSilent',
    severity: 'critical',
    for: '10m',
    labels: { silent: name },
    expr: `absent(${series('up', 'prometheus', ...labelled(externalLabels))})`,
    summary: `Cluster ${name} is silent.`,
    description:
      `Queried through Thanos Query, no Prometheus of cluster ${name} has a fresh sample: the cluster is down, the way to its ` +
      'StoreAPI is cut, or a certificate has expired. Its own alerts may not reach anybody.',
  }
}
