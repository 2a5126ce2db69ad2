import { type Context, nodesNamespace } from '@thanos-fleet/component'
import type { Active } from '@thanos-fleet/rules'
import { ringEndpoints } from '@thanos-fleet/thanos-receive'
import { storeWorkloads } from '@thanos-fleet/thanos-store'
import { runbookBase } from './repository.ts'

/** What decides about the rules of a cluster: its parts, and the numbers that it intends to have of them. */
export function activeParts({ spec, facts }: Context): Active {
  const has = (name: 'thanos-sidecar' | 'thanos-receive-ingestor') => facts.present.has(name)
  const rings = has('thanos-receive-ingestor')
    ? spec.receive.hashrings.map(({ name }): [string, number] => [name, ringEndpoints(spec, name).length])
    : []
  return {
    components: facts.present,
    replicationFactor: spec.receive.replicationFactor,
    alertmanagers: spec.alertmanager.replicas,
    runbookBase,
    prometheusReplicas: spec.prometheus.replicas,
    compactors: spec.compact.shards?.length ?? 1,
    storeApis: {
      ...(has('thanos-sidecar') ? { sidecar: spec.prometheus.replicas } : {}),
      ...(rings.length === 0 ? {} : { receive: rings.reduce((sum, [, endpoints]) => sum + endpoints, 0) }),
      store: storeWorkloads(spec.store).length * spec.store.replicas,
      ...(spec.rule?.kind === 'stateful' ? { rule: spec.rule.replicas } : {}),
    },
    ...(rings.length === 0 ? {} : { hashrings: Object.fromEntries(rings) }),
    namespaces: [spec.namespace, nodesNamespace(spec)],
  }
}
