import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { State } from '@thanos-fleet/kustomize'
import { withPods } from './pods.ts'

interface Marked {
  labels?: Record<string, string>
  annotations?: Record<string, string>
}

/**
 * Objects, ConfigMaps and pods with the labels and annotations that all have; what one says itself stays. Selectors do
 * not get them, since they cannot change; nor do claim templates, since Kubernetes refuses every change of them.
 */
export function labelled({ labels, annotations }: ClusterSpec, state: State): State {
  if (Object.keys(labels).length + Object.keys(annotations).length === 0) return state
  const marked = <One extends Marked>(one: One): One => ({
    ...one,
    ...both('labels', labels, one.labels),
    ...both('annotations', annotations, one.annotations),
  })
  return {
    objects: state.objects.map((object) =>
      withPods({ ...object, metadata: marked(object.metadata) }, (pods) => ({
        ...pods,
        metadata: marked(pods.metadata ?? {}),
      })),
    ),
    configs: state.configs.map(marked),
  }
}

function both(key: keyof Marked, common: Record<string, string>, own: Record<string, string> = {}): Marked {
  const all = { ...common, ...own }
  return Object.keys(all).length === 0 ? {} : { [key]: all }
}
