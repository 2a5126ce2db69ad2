import type { DaemonSet, Deployment, StatefulSet } from './generated/kinds.ts'
import type { KubeObject } from './objects.ts'

/** An object that runs pods for as long as it is there. */
export type Workload = Deployment | StatefulSet | DaemonSet

export function isWorkload(object: KubeObject): object is Workload {
  return ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind)
}
