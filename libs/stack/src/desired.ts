import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { type Built, type Context, join } from '@thanos-fleet/authoring'
import {
  allowedFacts,
  type ComponentName,
  componentOf,
  type Facts,
  factsOf,
  networkPolicy,
} from '@thanos-fleet/connections'
import type { Versions } from '@thanos-fleet/images'
import type { NetworkPolicy } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import { storage } from '@thanos-fleet/storage'
import { everywhere } from './everywhere/index.ts'
import { literal } from './literal.ts'
import { parts, type StackComponent } from './stack-components.ts'
import { surroundings } from './environment.ts'

/**
 * The desired objects of a cluster: a pure function of its specification, and the only answer to the question what a
 * cluster has. Everything that is written to files or shown to people is a projection of it.
 * @param versions instead of versions.json, as in a test of an upgrade
 */
export function desired(spec: ClusterSpec, versions?: Versions): State {
  const context = { spec, facts: factsOf(spec), ...(versions === undefined ? {} : { versions }) }
  const policies = policiesOf(context)
  const built = join(...stackComponentsOf(context.facts).map((part) => buildComponent(part, context, policies)))
  const leaving = { objects: policiesOfLeaving(context, policies), configs: [] }
  const whole = join(built, storage(context, built.objects), leaving)
  return literal(everywhere(spec, whole))
}

/** The parts that a cluster with these facts has. */
export function stackComponentsOf(facts: Facts): StackComponent[] {
  return parts.filter(({ pods }) => pods === null || facts.present.has(pods))
}

type Policies = (pods: ComponentName) => NetworkPolicy[]

/** One part with its NetworkPolicy, which no component writes: it follows from the connections. */
export function buildComponent(part: StackComponent, context: Context, policies = policiesOf(context)): Built {
  const built = part.build(context)
  return part.pods === null ? built : join(built, { objects: policies(part.pods), configs: [] })
}

/** The policy of each component. What they have to know of the cluster is the same for all, and looked at once. */
function policiesOf({ spec, facts }: Context): Policies {
  if (!spec.networkPolicy.enabled) return () => []
  const [allowed, around] = [allowedFacts(spec, facts), surroundings(spec)]
  // Policies do not reach the host's network.
  return (pods) => (componentOf(pods).network === 'host' ? [] : [networkPolicy(pods, allowed, around)])
}

/** Policies of pods that the last step removed, and that may still be uploading what they have. */
function policiesOfLeaving({ spec, facts }: Context, policies: Policies): NetworkPolicy[] {
  const leaving = stackComponentsOf(allowedFacts(spec, facts)).filter(
    (part) => part.pods !== null && !facts.present.has(part.pods),
  )
  return leaving.flatMap(({ pods }) => (pods === null ? [] : policies(pods)))
}
