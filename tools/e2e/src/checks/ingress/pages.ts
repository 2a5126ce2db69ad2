import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { ComponentName } from '@thanos-fleet/connections'

type HostName = keyof NonNullable<ClusterSpec['ingress']>['hosts']

/** What a published page must answer, whichever pod it comes from. */
export interface PublishedPage {
  component: ComponentName
  /** Something that only a person who is let in may see, and that shows that the component itself answered. */
  inside: { path: string; shows: RegExp }
  /** Whether the component asks for a login itself; the ingress then asks for none. */
  hasLogin: boolean
}

const data = /"resultType":"vector","result":\[\{/

/** By the names that `ingress.hosts` of cluster.yaml has. */
const pages: Record<HostName, PublishedPage | null> = {
  prometheus: page('prometheus', '/api/v1/query?query=e2e_constant', data),
  query: page('thanos-query-frontend', '/api/v1/query?query=e2e_constant', data),
  grafana: { ...page('grafana', '/api/datasources', /thanos/i), hasLogin: true },
  alertmanager: page('alertmanager', '/api/v2/status', /"cluster":\{/),
  bucketWeb: page('thanos-bucket-web', '/api/v1/blocks', /"status":"success"/),
  rule: page('thanos-rule', '/api/v1/rules', /"status":"success"/),
  // gRPC needs a client of its own; no shipped cluster publishes it.
  queryGrpc: null,
  // Takes writes only.
  receive: null,
  remoteWrite: null,
}

/** The pages of a cluster that have a host, with it. */
export function publishedPages({ ingress }: Pick<ClusterSpec, 'ingress'>): { host: string; page: PublishedPage }[] {
  const hosts = new Map<string, string | null>(Object.entries(ingress?.hosts ?? {}))
  return Object.entries(pages).flatMap(([name, page]) => {
    const host = hosts.get(name) ?? null
    return host === null || page === null ? [] : [{ host, page }]
  })
}

function page(component: ComponentName, path: string, shows: RegExp): PublishedPage {
  return { component, inside: { path, shows }, hasLogin: false }
}
