import type { ClusterSpec, Ingress } from '../spec.ts'

/**
 * What comparing a cluster with others takes of its specification, and what others take of it that name it. It is kept for a
 * whole fleet, sent between threads and remembered for the next run, where all of it would take too much memory and time.
 */
export type FleetView = Pick<
  ClusterSpec,
  'name' | 'mode' | 'ring' | 'channel' | 'migration' | 'sendsTo' | 'externalLabels' | 'objectStore'
> & {
  images: Pick<ClusterSpec['images'], 'versions'>
  compact: Pick<ClusterSpec['compact'], 'shards'>
  query: Pick<ClusterSpec['query'], 'clusters' | 'extraEndpoints' | 'deduplicateTenants'>
  receive: Pick<ClusterSpec['receive'], 'tenant' | 'hashrings'>
  ingress: Pick<Ingress, 'kind' | 'gateway' | 'hosts'> | null
}

/** That of a specification. */
export function fleetViewOf(spec: ClusterSpec): FleetView {
  const { name, mode, ring, channel, migration, sendsTo, externalLabels, objectStore } = spec
  const { images, compact, query, receive, ingress } = spec
  return {
    ...{ name, mode, ring, channel, migration, sendsTo, externalLabels, objectStore },
    images: { versions: images.versions },
    compact: { shards: compact.shards },
    query: {
      clusters: query.clusters,
      extraEndpoints: query.extraEndpoints,
      deduplicateTenants: query.deduplicateTenants,
    },
    receive: { tenant: receive.tenant, hashrings: receive.hashrings },
    ingress: ingress === null ? null : { kind: ingress.kind, gateway: ingress.gateway, hosts: ingress.hosts },
  }
}
