import type { Chosen } from './choose.ts'
import { publishedAt } from './published.ts'
import type { Refused } from './refused.ts'

/** Two clusters under one host cannot be told apart: one of them would be read in the place of the other. */
export function hostsOnce(chosen: readonly Chosen[]): Refused[] {
  const first = new Map<string, string>()
  return chosen.flatMap(({ cluster }): Refused[] => {
    const host = publishedAt(cluster.spec)?.host
    if (host === undefined) return []
    const owner = first.get(host) ?? cluster.spec.name
    first.set(host, owner)
    if (owner === cluster.spec.name) return []
    return [
      {
        at: cluster,
        path: ['ingress', 'hosts', 'queryGrpc'],
        code: 'host-of-two-clusters',
        message: `ingress.hosts.queryGrpc: ${host} is also the host of ${owner}, and other clusters read both`,
        remedy: 'give each cluster a host of its own',
      },
    ]
  })
}
