import { namespaceName } from '@thanos-fleet/catalog'
import { type ClusterSpec, hasCertificates, ingestorWorkloads, storeWorkloads } from '@thanos-fleet/cluster-spec'
import { type Context, podsOf } from '@thanos-fleet/authoring'
import { callees, type ComponentName, namespacesOf } from '@thanos-fleet/connections'
import type { Active, StoreType } from '@thanos-fleet/rules'
import { ringEndpoints } from '@thanos-fleet/thanos-receive'

/**
 * What decides about the rules of a cluster: its parts, and the numbers that it intends to have of them. Alerts about
 * Receive begin with its traffic: before that it uploads nothing and nobody waits for it.
 */
export function activeParts({ spec, facts }: Pick<Context, 'spec' | 'facts'>): Active {
  const { ways } = facts
  const received = ways.remoteWrite
  const rings = received
    ? spec.receive.hashrings.map(({ name }): [string, number] => [name, ringEndpoints(spec, name).length])
    : []
  return {
    components: received ? facts.present : without(facts.present, 'thanos-receive-router', 'thanos-receive-ingestor'),
    remoteWrites: received || spec.links.writesTo !== null || spec.prometheus.remoteWrite.length > 0,
    writers: spec.links.writers,
    replicationFactor: spec.receive.replicationFactor,
    notifies: spec.alertmanager !== null || spec.externalAlertmanagers !== null,
    alertmanagers: spec.alertmanager?.replicas ?? 0,
    runbookUrl: spec.runbookUrl,
    alerts: spec.alerts,
    alertLabels: spec.alertLabels,
    prometheusReplicas: spec.prometheus.replicas,
    compactors: spec.compact.shards?.length ?? 1,
    ...(readsOthers(spec) ? { ownLabels: spec.externalLabels, readClusters: spec.links.reads } : {}),
    certificates: hasCertificates(spec),
    storeApis: Object.fromEntries(
      callees(facts, 'thanos-query', 'StoreAPI').map((component) => storeApi(component, spec)),
    ),
    ...(rings.length === 0 ? {} : { hashrings: Object.fromEntries(rings) }),
    namespaces: namespacesOf(facts).map((kind) => namespaceName(kind, spec.namespace)),
  }
}

/** Whether Query also has series of others. */
function readsOthers({ query, links }: ClusterSpec): boolean {
  return links.reads.length > 0 || query.extraEndpoints.length > 0
}

/** What Query calls the StoreAPI of a component, and how many pods serve it. */
const storeApis: Partial<Record<ComponentName, readonly [StoreType, (spec: ClusterSpec) => number]>> = {
  'thanos-sidecar': ['sidecar', ({ prometheus }) => prometheus.replicas],
  'thanos-receive-ingestor': ['receive', (spec) => podsOf(ingestorWorkloads(spec.receive))],
  'thanos-store': ['store', (spec) => podsOf(storeWorkloads(spec))],
  'thanos-rule': ['rule', ({ rule }) => rule?.replicas ?? 0],
}

function storeApi(component: ComponentName, spec: ClusterSpec): [StoreType, number] {
  const known = storeApis[component]
  if (known === undefined) throw new Error(`nobody has said how many StoreAPIs of ${component} Query has to find`)
  const [type, pods] = known
  return [type, pods(spec)]
}

function without(components: ReadonlySet<ComponentName>, ...names: ComponentName[]): ReadonlySet<ComponentName> {
  return new Set([...components].filter((name) => !names.includes(name)))
}
