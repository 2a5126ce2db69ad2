import { namespaceName } from '@thanos-fleet/catalog'
import { storeWorkloads } from '@thanos-fleet/cluster-spec'
import { type Context, podsOf } from '@thanos-fleet/authoring'
import { type ComponentName, namespacesOf } from '@thanos-fleet/connections'
import type { Active } from '@thanos-fleet/rules'
import { ringEndpoints } from '@thanos-fleet/thanos-receive'

/**
 * What decides about the rules of a cluster: its parts, and the numbers that it intends to have of them. Alerts about
 * Receive begin with its traffic: before that it uploads nothing and nobody waits for it.
 */
export function activeParts({ spec, facts }: Context): Active {
  const { ways } = facts
  const received = ways.remoteWrite
  const rings = received
    ? spec.receive.hashrings.map(({ name }): [string, number] => [name, ringEndpoints(spec, name).length])
    : []
  return {
    components: received ? facts.present : without(facts.present, 'thanos-receive-router', 'thanos-receive-ingestor'),
    replicationFactor: spec.receive.replicationFactor,
    alertmanagers: spec.alertmanager?.replicas ?? 0,
    runbookUrl: spec.runbookUrl,
    prometheusReplicas: spec.prometheus.replicas,
    compactors: spec.compact.shards?.length ?? 1,
    storeApis: {
      ...(ways.readSidecars ? { sidecar: spec.prometheus.replicas } : {}),
      ...(ways.readIngestors ? { receive: rings.reduce((sum, [, endpoints]) => sum + endpoints, 0) } : {}),
      store: podsOf(storeWorkloads(spec.store)),
      ...(spec.rule?.kind === 'stateful' ? { rule: spec.rule.replicas } : {}),
    },
    ...(rings.length === 0 ? {} : { hashrings: Object.fromEntries(rings) }),
    namespaces: namespacesOf(facts).map((kind) => namespaceName(kind, spec.namespace)),
  }
}

function without(components: ReadonlySet<ComponentName>, ...names: ComponentName[]): ReadonlySet<ComponentName> {
  return new Set([...components].filter((name) => !names.includes(name)))
}
