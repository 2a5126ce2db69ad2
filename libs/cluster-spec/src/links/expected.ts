import type { ClusterSpec } from '../spec.ts'
import type { Links } from './links.ts'

/**
 * Links for a cluster that is looked at alone: somebody at the other end of each that it speaks of. Who that is, is known once all
 * clusters are read; what a cluster has because of others, it has whoever they are.
 */
export function expectedLinks({ query, sendsTo, ingress }: Pick<ClusterSpec, 'query' | 'sendsTo' | 'ingress'>): Links {
  const place = { host: 'other.example.com', port: 443 }
  const read = { name: 'other', ...place, externalLabels: { cluster: 'other' }, deduplicatesTenants: false }
  return {
    reads: query.clusters.length === 0 ? [] : [read],
    writers: (ingress?.hosts.remoteWrite ?? null) === null ? [] : ['other'],
    writesTo: sendsTo === null ? null : { name: sendsTo, ...place },
  }
}
