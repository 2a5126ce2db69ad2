import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { queryReplicaLabels, replicaLabels, tenantLabel } from '@thanos-fleet/authoring'
import { seconds } from '@thanos-fleet/kubernetes'

/** Expressions that are asked of Prometheus and Query. */

/** How far back rates look, in seconds: a few scrapes. */
export function windowSeconds({ prometheus }: ClusterSpec): number {
  return Math.max(60, 10 * seconds(prometheus.scrapeInterval))
}

/** Samples that Receive has refused for good. The alert PrometheusRemoteWriteFailing reads the same metric. */
export function refused(spec: ClusterSpec, pod: string): string {
  return `sum(increase(prometheus_remote_storage_samples_failed_total{job="prometheus", pod="${pod}"}[${windowSeconds(spec)}s]))`
}

/** Requests per second that routers take; nothing where no router is scraped. */
export function received(spec: ClusterSpec): string {
  const rate = `sum(rate(http_requests_total{job="thanos-receive-router", handler=~"receive|otlp"}[${windowSeconds(spec)}s]))`
  return `(${rate} or vector(0)) and on () (sum(up{job="thanos-receive-router"}) > 0)`
}

function own({ externalLabels }: ClusterSpec): string {
  return Object.entries(externalLabels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')
}

/** How often the target that is counted most is counted. */
export function copies(spec: ClusterSpec): string {
  const labels = new Set([...queryReplicaLabels(spec), tenantLabel])
  return `max(count without (${[...labels].join(', ')}) (up{${own(spec)}}))`
}

/**
 * Samples of each replica of Prometheus in a span, each counted once, however many copies there are. Of the targets of
 * Prometheus itself only, which every replica has: blocks hold all series of a replica or none.
 */
export function samples(spec: ClusterSpec, spanSeconds: number): string {
  const replica = replicaLabels.prometheus
  const each = `max by (${replica}, job, instance) (count_over_time(up{job="prometheus", ${own(spec)}}[${spanSeconds}s]))`
  return `sum by (${replica}) (${each})`
}
