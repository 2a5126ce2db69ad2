import { isMap, own, type Value, type ValueMap } from './value.ts'

/** Where pods refer to ConfigMaps, below the pod's spec. Lists on the way are passed through. */
const inPodSpec = [
  'volumes/configMap/name',
  'volumes/projected/sources/configMap/name',
  'containers/env/valueFrom/configMapKeyRef/name',
  'containers/envFrom/configMapRef/name',
  'initContainers/env/valueFrom/configMapKeyRef/name',
  'initContainers/envFrom/configMapRef/name',
]

/** Where the pod's spec is; ReplicationController is missing because Kustomize does not follow its references. */
const podSpecs: Readonly<Record<string, string>> = {
  Pod: 'spec',
  PodTemplate: 'template/spec',
  Deployment: 'spec/template/spec',
  ReplicaSet: 'spec/template/spec',
  DaemonSet: 'spec/template/spec',
  StatefulSet: 'spec/template/spec',
  Job: 'spec/template/spec',
  CronJob: 'spec/jobTemplate/spec/template/spec',
}

/** The other fields in which Kustomize 5.8.1 follows a ConfigMap's name; a rule's names whatever they name. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  Role: ['rules', 'resourceNames'],
  ClusterRole: ['rules', 'resourceNames'],
  Node: ['spec', 'configSource', 'configMap'],
  Ingress: ['metadata', 'annotations', 'nginx.ingress.kubernetes.io/fastcgi-params-configmap'],
}

/** Kinds without a namespace that may refer to a ConfigMap of any. */
export const clusterScopedReferrers: ReadonlySet<string> = new Set(['ClusterRole', 'Node'])

/** The paths at which an object of this kind may name a ConfigMap. */
export function referencePaths(kind: string): readonly (readonly string[])[] {
  const known = paths.get(kind)
  if (known !== undefined) return known
  const spec = own(podSpecs, kind)
  const other = own(elsewhere, kind)
  const found = spec === undefined ? [] : inPodSpec.map((path) => `${spec}/${path}`.split('/'))
  const all = other === undefined ? found : [...found, other]
  paths.set(kind, all)
  return all
}
const paths = new Map<string, readonly (readonly string[])[]>()

/** A copy of the value with every name at a path replaced; the value itself where nothing changes. */
export function renamedAt(value: Value, path: readonly string[], rename: (name: string) => string): Value {
  if (Array.isArray(value)) {
    const items = value.map((item) => renamedAt(item, path, rename))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  const [head, ...rest] = path
  if (head === undefined) return typeof value === 'string' ? rename(value) : value
  const below = isMap(value) ? value[head] : undefined
  if (!isMap(value) || below === undefined) return value
  const renamed = renamedAt(below, rest, rename)
  return renamed === below ? value : { ...value, [head]: renamed }
}

/** The object with every reference to a ConfigMap renamed. */
export function renamedReferences(object: ValueMap, kind: string, rename: (name: string) => string): ValueMap {
  let result: ValueMap = object
  for (const path of referencePaths(kind)) {
    const renamed = renamedAt(result, path, rename)
    if (isMap(renamed)) result = renamed
  }
  return result
}
