/** The scrape jobs of Prometheus; rules can select no others. */
export const jobs = [
  'prometheus', 'thanos-sidecar', 'thanos-query', 'thanos-query-frontend', 'thanos-store', 'thanos-compact',
  'thanos-rule', 'thanos-receive-router', 'thanos-receive-ingestor', 'thanos-bucket-web', 'alertmanager',
  'config-reloader', 'node-exporter', 'kube-state-metrics', 'grafana', 'memcached', 'kubelet', 'cadvisor', 'apiserver',
] as const

export type Job = (typeof jobs)[number]

/** A matcher of a label, as PromQL writes it. */
export type Matcher = `${string}${'=' | '!=' | '=~' | '!~'}"${string}"`

/**
 * A selector of series: `series('up', 'thanos-query')` is `up{job="thanos-query"}`.
 * @param matchers further matchers as PromQL writes them, `code=~"5.."`
 */
export function series(metric: string, job: Job, ...matchers: Matcher[]): string {
  return `${metric}{${[`job="${job}"`, ...matchers].join(', ')}}`
}
