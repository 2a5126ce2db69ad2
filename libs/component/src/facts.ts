import { type ClusterSpec, waysOf } from '@thanos-fleet/cluster-spec'
import type { ComponentName, Facts, Feature } from '@thanos-fleet/connections'

/** Which parts a cluster has, and which connections they have reason for. */
export function factsOf(spec: ClusterSpec): Facts {
  const { sidecars, receivers } = waysOf(spec)
  const present = new Set<ComponentName>([
    'prometheus', 'thanos-query', 'thanos-query-frontend', 'thanos-store', 'thanos-compact',
    'alertmanager', 'config-reloader', 'node-exporter', 'kube-state-metrics',
  ])
  const add = (name: ComponentName, wanted: boolean) => { if (wanted) present.add(name) }
  add('thanos-sidecar', sidecars)
  add('thanos-receive-router', receivers)
  add('thanos-receive-ingestor', receivers)
  add('thanos-rule', spec.rule !== null)
  add('thanos-bucket-web', spec.bucketWeb !== null)
  add('grafana', spec.grafana !== null)
  add('memcached', usesMemcached(spec))
  return { present, features: featuresOf(spec) }
}

/**
 * What NetworkPolicies go by. While a cluster moves they allow both ways of data, whatever is in use: policies take effect
 * at once, but files reach programs a minute later, and pods that end still upload.
 */
export function allowedFacts({ migration }: ClusterSpec, facts: Facts): Facts {
  if (migration === null) return facts
  return {
    present: new Set<ComponentName>([...facts.present, 'thanos-sidecar', 'thanos-receive-router', 'thanos-receive-ingestor']),
    features: new Set<Feature>([...facts.features, 'remote-write', 'query-reads-sidecars', 'query-reads-ingestors']),
  }
}

/** Whether any cache of the cluster is kept in memcached, which is then deployed. */
export function usesMemcached(spec: ClusterSpec): boolean {
  return storeUsesMemcached(spec) || spec.queryFrontend.cache.type === 'memcached'
}

function storeUsesMemcached({ store }: ClusterSpec): boolean {
  return store.indexCache.type === 'memcached' || store.bucketCache.type === 'memcached'
}

function featuresOf(spec: ClusterSpec): Set<Feature> {
  const features = new Set<Feature>()
  const add = (feature: Feature, on: boolean) => { if (on) features.add(feature) }
  const { remoteWrite, readSidecars, readIngestors } = waysOf(spec)
  add('remote-write', remoteWrite)
  add('query-reads-sidecars', readSidecars)
  add('query-reads-ingestors', readIngestors)
  add('remote-object-store', spec.objectStore.type !== 'FILESYSTEM')
  add('kubelet-direct', spec.prometheus.kubeletAccess === 'direct')
  add('stateful-rule', spec.rule?.kind === 'stateful')
  add('stateless-rule', spec.rule?.kind === 'stateless')
  add('store-memcached', storeUsesMemcached(spec))
  add('query-frontend-memcached', spec.queryFrontend.cache.type === 'memcached')
  add('external-database', spec.grafana?.database != null)
  add('remote-storeapi', spec.query.extraEndpoints.length > 0)
  add('extra-targets', spec.networkPolicy.scrapeTargets.length > 0)
  const { limits } = spec.receive
  add('head-series-limits', [limits.default, ...Object.values(limits.tenants)].some(limit => (limit.headSeries ?? 0) > 0))
  for (const [page, host] of Object.entries(spec.ingress?.hosts ?? {})) {
    if (host !== null && isPage(page)) features.add(`page:${page}`)
  }
  return features
}

type Page = keyof NonNullable<ClusterSpec['ingress']>['hosts']

const pages: Record<Page, true> = {
  prometheus: true, query: true, queryGrpc: true, grafana: true, alertmanager: true, bucketWeb: true, rule: true,
}

function isPage(name: string): name is Page {
  return Object.hasOwn(pages, name)
}
