import type { ClusterSpec } from '../spec.ts'
import { dependsOnOthers } from './resolve.ts'

/**
 * A cluster that is looked at alone, with somebody at the other end of each link that it speaks of. Who that is, is known once all
 * clusters are read; what a cluster has because of others, it has whoever they are. One without links stays the same object, by
 * which what follows from it is remembered.
 */
export function withExpectedLinks(spec: ClusterSpec): ClusterSpec {
  if (!dependsOnOthers(spec)) return spec
  const { query, sendsTo, ingress } = spec
  const place = { host: 'other.example.com', port: 443 }
  const read = { name: 'other', ...place, externalLabels: { cluster: 'other' }, deduplicatesTenants: false }
  return {
    ...spec,
    links: {
      reads: query.clusters.length === 0 ? [] : [read],
      writers: (ingress?.hosts.remoteWrite ?? null) === null ? [] : ['other'],
      writesTo: sendsTo === null ? null : { name: sendsTo, ...place },
    },
  }
}
