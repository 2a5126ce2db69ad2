import type { Alert } from '../alert.ts'
import { type Job, series } from '../jobs.ts'

/** Each component whose absence is worth an alert of its own, how it is called, and what its absence means. */
const watched: [job: Job, name: string, severity: Alert['severity'], consequence: string][] = [
  ['prometheus', 'PrometheusDown', 'critical', 'Nothing is scraped and no rule is evaluated.'],
  ['thanos-sidecar', 'ThanosSidecarDown', 'critical', 'Query has no fresh data and no block is uploaded.'],
  ['thanos-query', 'ThanosQueryDown', 'critical', 'Nobody can query, and Rule evaluates nothing.'],
  ['thanos-query-frontend', 'ThanosQueryFrontendDown', 'critical', 'Grafana and people have nothing to ask.'],
  ['thanos-store', 'ThanosStoreDown', 'critical', 'Everything older than the local retention is missing from answers.'],
  ['thanos-compact', 'ThanosCompactDown', 'warning', 'Blocks are neither compacted, downsampled nor deleted.'],
  ['thanos-rule', 'ThanosRuleDown', 'critical', 'Rules over several Prometheus servers are not evaluated.'],
  ['thanos-receive-router', 'ThanosReceiveRouterDown', 'critical', 'Remote writes are refused; Prometheus keeps them for about two hours.'],
  ['thanos-receive-ingestor', 'ThanosReceiveIngestorDown', 'critical', 'Remote writes have nowhere to go and fresh data cannot be queried.'],
  ['alertmanager', 'AlertmanagerDown', 'critical', 'No notification reaches anybody.'],
  ['kube-state-metrics', 'KubeStateMetricsDown', 'warning', 'Alerts about workloads, volumes and budgets are blind.'],
  ['node-exporter', 'NodeExporterDown', 'warning', 'Alerts about nodes are blind.'],
  ['grafana', 'GrafanaDown', 'warning', 'There are no dashboards; queries and alerts work.'],
  ['memcached', 'MemcachedDown', 'warning', 'Caches miss; queries are slower and ask the bucket more often.'],
]

/** Of Kubernetes itself, which every cluster has. */
const always: typeof watched = [
  ['apiserver', 'KubernetesApiDown', 'critical', 'Prometheus discovers no new targets, and Kubernetes starts and repairs nothing.'],
]

/** No target of the component answers a scrape, or there is none. */
export const downAlerts: Alert[] = [...watched, ...always].map(([job, name, severity, consequence]) => ({
  name,
  about: job === 'apiserver' ? null : job,
  // absent() of a comparison has no labels; with this one the alert can be routed and silenced like others of the job.
  labels: { job },
  severity,
  for: '5m',
  expr: `absent(${series('up', job)} == 1)`,
  summary: `No ${job} can be scraped.`,
  description: `Prometheus has reached no target of the job ${job} for 5 minutes. ${consequence}`,
}))
