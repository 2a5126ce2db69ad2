import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { seconds } from '@thanos-fleet/kubernetes'

/** Prometheus answers its own page for as long as this, unless told otherwise. Source: its flag `query.timeout` */
const ownOfPrometheus = 120

/** Seconds that the longest query takes. Every other time on the way of a query follows from it. */
export function longestQuery({ query }: Pick<ClusterSpec, 'query'>): number {
  return Math.ceil(seconds(query.timeout))
}

/**
 * Seconds for which whoever asks has to wait for an answer: longer than the longest query, so that it is Query that gives
 * up and says why. Query Frontend waits as long as it takes. Source: cmd/thanos/query_frontend.go
 */
export function waitForQuery(spec: Pick<ClusterSpec, 'query'>): number {
  return longestQuery(spec) + 10
}

/** Seconds for which an ingress waits for a page: longer than those who ask behind it, such as Grafana. */
export function waitForPage(spec: Pick<ClusterSpec, 'query'>): number {
  return Math.max(waitForQuery(spec), ownOfPrometheus) + 10
}
