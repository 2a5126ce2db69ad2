import {
  type ComponentName,
  componentNames,
  componentOf,
  type ConditionalName,
  isConditional,
  namespaceKindNames,
  type NamespaceKind,
  podsOf,
} from '@thanos-fleet/catalog'
import { type ClusterSpec, sectionsOf, usesMemcached, type DataPaths, dataPathsOf } from '@thanos-fleet/cluster-spec'

/** What decides about connections: the components that a cluster has, the ways that its data takes, and its settings. */
export interface Facts {
  present: ReadonlySet<ComponentName>
  ways: DataPaths
  spec: ClusterSpec
}

/** Something that must be true for a connection to exist. */
export type Condition = (facts: Facts) => boolean

/** When a cluster has the components about which the catalog says that a condition decides. */
const conditions: Record<ConditionalName, (spec: ClusterSpec, ways: DataPaths) => boolean> = {
  'thanos-sidecar': (_, ways) => ways.sidecars,
  'thanos-receive-router': (_, ways) => ways.receivers,
  'thanos-receive-ingestor': (_, ways) => ways.receivers,
  'thanos-receive-edge': (spec) => spec.links.writers.length > 0,
  'thanos-query': hasThanos,
  'thanos-store': hasThanos,
  'thanos-compact': hasThanos,
  memcached: (spec) => usesMemcached(spec),
}

/** What reads and compacts is where the samples are. */
function hasThanos({ sendsTo }: ClusterSpec): boolean {
  return sendsTo === null
}

const known = new WeakMap<ClusterSpec, Facts>()

/** The facts about a cluster; made once for each specification, which nobody changes. */
export function factsOf(spec: ClusterSpec): Facts {
  const before = known.get(spec)
  if (before !== undefined) return before
  const facts = factsWith(spec, dataPathsOf(spec))
  known.set(spec, facts)
  return facts
}

/** The facts of a cluster whose data takes other ways than its mode and step say. */
export function factsWith(spec: ClusterSpec, ways: DataPaths): Facts {
  const switchedOn = new Set<ComponentName>(sectionsOf(spec).map(({ component }) => component))
  const own = (name: ComponentName): boolean => {
    if (isConditional(name)) return conditions[name](spec, ways)
    const { by } = componentOf(name).presence
    return by === 'section' ? switchedOn.has(name) : true
  }
  const present = componentNames.filter((name) => own(name) && podsOf(name).some(own))
  return { present: new Set(present), ways, spec }
}

/** The namespaces in which a cluster has pods. */
export function namespacesOf({ present }: Facts): NamespaceKind[] {
  const used = new Set([...present].map((name) => componentOf(name).namespace))
  return namespaceKindNames.filter((kind) => used.has(kind))
}

const everyWay: DataPaths = {
  sidecars: true,
  receivers: true,
  remoteWrite: true,
  readSidecars: true,
  readIngestors: true,
}

/**
 * What NetworkPolicies go by. While a cluster moves they allow both ways of data, whatever is in use: policies take effect
 * at once, but files reach programs a minute later, and pods that end still upload.
 */
export function allowedFacts({ migration }: ClusterSpec, facts: Facts): Facts {
  return migration === null ? facts : factsWith(facts.spec, everyWay)
}
