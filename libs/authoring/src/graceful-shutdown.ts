import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { allowedFacts, type Api, connectionsOf, factsOf, isComponent, podsOf } from '@thanos-fleet/connections'
import type { PodSpec } from '@thanos-fleet/kubernetes'
import { longestQuery } from './query-time.ts'

/** Seconds between two questions of Query to DNS for its StoreAPIs. */
export const dnsInterval = 10

/**
 * Seconds after which the last client of an API knows that a pod leaves. Connections to a pod that is gone are often not
 * refused but dropped, by the NetworkPolicies for one, and gRPC tries for 20 s: queries would hang that long.
 * - Query asks DNS; what it is told may be 30 s old (`ttl` and `cache` of kubeadm's CoreDNS, NodeLocal DNSCache), and it drops
 *   a StoreAPI at its next update, 5 s later at most (`endpoint.info-timeout`).
 * - Behind a Service, EndpointSlices reach every kube-proxy and ingress controller within a few seconds.
 */
const known: Partial<Record<Api, number>> = { StoreAPI: dnsInterval + 30 + 5, 'Query API': 10, 'remote write': 10 }

/**
 * Seconds for which a pod that is to end goes on serving, so that no query meets an address where nobody is. The next pod
 * of a rollout serves as long as well, which gives clients the time to find the one before it.
 * @param pods of the component, in all of its workloads. With one nothing is won: what it serves is missing until it is
 * back, however long it waits. With several, queries go to all of them, also where each has blocks of its own as the shards
 * of Store: waiting does not bring those back sooner, but queries for the rest of the data do not hang for them.
 */
export function preStopSeconds(spec: ClusterSpec, component: string, pods: number): number {
  return pods < 2 ? 0 : Math.max(0, ...servedBy(spec, component).map((api) => known[api] ?? 0))
}

/** Seconds for which a pod must be let finish the queries that it answers as a StoreAPI. */
export function storeApiSeconds(spec: ClusterSpec, component: string): number {
  return servedBy(spec, component).includes('StoreAPI') ? longestQuery(spec) : 0
}

/** What a component is asked for. While a cluster moves, what Query reads changes by a file; pods are not replaced for that. */
function servedBy(spec: ClusterSpec, component: string): Api[] {
  const facts = factsOf(spec)
  return connectionsOf(spec.migration === null ? facts : { ...allowedFacts(spec, facts), present: facts.present })
    .filter(({ to }) => isComponent(to) && podsOf(to).some((pod) => pod === component))
    .map(({ api }) => api)
}

/** Containers that go on for a while when their pod is to end. */
export function leaving(containers: PodSpec['containers'], seconds: number): PodSpec['containers'] {
  return seconds === 0
    ? containers
    : containers.map((container) => ({ ...container, lifecycle: { preStop: { sleep: { seconds } } } }))
}
