import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { State } from '@thanos-fleet/kustomize'
import { labelled } from './labels.ts'
import { withPodSettings } from './pod-settings.ts'
import { withoutFixedUsers } from './users.ts'

type Everywhere = (spec: ClusterSpec, state: State) => State

/** What reaches every object or every pod, in the order in which it is applied. */
const settings: readonly Everywhere[] = [withPodSettings, labelled, withoutFixedUsers]

/**
 * A cluster's state with the settings that no component has a part in: they are applied once to all that was built, so
 * that a new component has them too. A cluster that sets none of them gets back the same state.
 */
export function everywhere(spec: ClusterSpec, state: State): State {
  return settings.reduce((before, apply) => apply(spec, before), state)
}
