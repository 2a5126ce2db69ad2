import type { Alert } from '../alert.ts'
import { type Job, series } from '../jobs.ts'

/** Each component whose absence deserves its own alert, the alert's name, and what the absence means. */
const watched: [job: Job, name: string, severity: Alert['severity'], consequence: string][] = [
  ['prometheus', 'PrometheusDown', 'critical', 'Nothing is scraped and no rule is evaluated.'],
  ['thanos-sidecar', 'ThanosSidecarDown', 'critical', 'Thanos Query has no fresh data and no blocks are uploaded.'],
  ['thanos-query', 'ThanosQueryDown', 'critical', 'Queries fail, and Thanos Rule evaluates nothing.'],
  [
    'thanos-query-frontend',
    'ThanosQueryFrontendDown',
    'critical',
    'Grafana dashboards and queries through the frontend fail.',
  ],
  [
    'thanos-store',
    'ThanosStoreDown',
    'critical',
    'Everything older than the local retention is missing from query results.',
  ],
  ['thanos-compact', 'ThanosCompactDown', 'warning', 'Blocks are neither compacted, downsampled nor deleted.'],
  ['thanos-rule', 'ThanosRuleDown', 'critical', 'Rules over several Prometheus servers are not evaluated.'],
  [
    'thanos-receive-router',
    'ThanosReceiveRouterDown',
    'critical',
    'Remote writes fail; Prometheus buffers them for about two hours.',
  ],
  [
    'thanos-receive-ingestor',
    'ThanosReceiveIngestorDown',
    'critical',
    'Remote writes fail and fresh data cannot be queried.',
  ],
  [
    'thanos-receive-edge',
    'ThanosReceiveEdgeDown',
    'critical',
    'Writes of other clusters fail; they keep their samples for about two hours.',
  ],
  ['alertmanager', 'AlertmanagerDown', 'critical', 'No notifications are sent.'],
  [
    'kube-state-metrics',
    'KubeStateMetricsDown',
    'warning',
    'Alerts about workloads, volumes and disruption budgets cannot fire.',
  ],
  ['node-exporter', 'NodeExporterDown', 'warning', 'Alerts about nodes cannot fire.'],
  ['grafana', 'GrafanaDown', 'warning', 'Dashboards are unavailable; queries and alerts work.'],
  [
    'memcached',
    'MemcachedDown',
    'warning',
    'Every cache lookup misses; queries are slower and read more from the bucket.',
  ],
]

/** Kubernetes itself, which every cluster has. */
const always: typeof watched = [
  [
    'apiserver',
    'KubernetesApiDown',
    'critical',
    'Prometheus discovers no new targets, and Kubernetes neither starts nor repairs pods.',
  ],
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
  summary: `All targets of job ${job} are down.`,
  description: `No target of job ${job} has been up for 5 minutes. ${consequence}`,
}))
