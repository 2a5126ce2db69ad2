import type { FleetMember } from '../fleet/places.ts'
import { publishedAt, writtenAt } from './published.ts'
import type { Refused } from './refused.ts'

/** Where a cluster is called by others. */
export interface Called {
  cluster: FleetMember
  page: 'queryGrpc' | 'remoteWrite'
}

/** Two clusters under one host cannot be told apart: one of them would be called in the place of the other. */
export function hostsOnce(called: readonly Called[]): Refused[] {
  const first = new Map<string, string>()
  return called.flatMap(({ cluster, page }): Refused[] => {
    const host = (page === 'queryGrpc' ? publishedAt(cluster.spec) : writtenAt(cluster.spec))?.host
    if (host === undefined) return []
    const owner = first.get(host) ?? cluster.spec.name
    first.set(host, owner)
    if (owner === cluster.spec.name) return []
    return [
      {
        at: cluster,
        path: ['ingress', 'hosts', page],
        code: 'host-of-two-clusters',
        message: `ingress.hosts.${page}: ${host} is also a host of ${owner}, and other clusters call both`,
        remedy: 'give each cluster a host of its own',
      },
    ]
  })
}
