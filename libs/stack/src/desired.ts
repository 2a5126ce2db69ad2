import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { type Built, type Context, factsOf, join } from '@thanos-fleet/component'
import { type Facts, networkPolicy } from '@thanos-fleet/connections'
import type { Versions } from '@thanos-fleet/images'
import type { State } from '@thanos-fleet/kustomize'
import { storage } from '@thanos-fleet/storage'
import { parts, type StackPart } from './parts.ts'
import { surroundings } from './surroundings.ts'

/**
 * The desired objects of a cluster: a pure function of its specification, and the only answer to the question what a
 * cluster has. Everything that is written to files or shown to people is a projection of it.
 * @param versions instead of versions.json, as in a test of an upgrade
 */
export function desired(spec: ClusterSpec, versions?: Versions): State {
  const context = { spec, facts: factsOf(spec), ...(versions === undefined ? {} : { versions }) }
  const built = join(...partsOf(context.facts).map(part => buildPart(part, context)))
  return join(built, storage(context, built.objects))
}

/** The parts that a cluster with these facts has. */
export function partsOf(facts: Facts): StackPart[] {
  return parts.filter(({ pods }) => pods === null || facts.present.has(pods))
}

/** One part with its NetworkPolicy, which no component writes: it follows from the connections. */
export function buildPart(part: StackPart, context: Context): Built {
  const built = part.build(context)
  const { spec, facts } = context
  // node-exporter is on the host's network, where policies do not reach.
  if (part.pods === null || part.pods === 'node-exporter' || !spec.networkPolicy.enabled) return built
  return join(built, { objects: [networkPolicy(part.pods, facts, surroundings(spec))], configs: [] })
}
