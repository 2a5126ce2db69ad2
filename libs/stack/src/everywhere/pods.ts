import { isWorkload, type KubeObject, type PodTemplateSpec } from '@thanos-fleet/kubernetes'

/** The same object with other pods; one that runs none is returned as it is. */
export function withPods(object: KubeObject, change: (pods: PodTemplateSpec) => PodTemplateSpec): KubeObject {
  if (!isWorkload(object) || object.spec === undefined) return object
  const changed = { ...object, spec: { ...object.spec, template: change(object.spec.template) } }
  return changed
}
