import type { Metadata } from './authored.ts'

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** What every Kubernetes object has, whatever its kind. The typed kinds in `generated/` are all assignable to it. */
export interface KubeObject {
  apiVersion: string
  kind: string
  metadata: Metadata
}

/** Whether a value has what every object of Kubernetes has. */
export function isKubeObject<Value>(value: Value): value is Value & KubeObject {
  const object: unknown = value
  if (typeof object !== 'object' || object === null) return false
  if (!('apiVersion' in object && 'kind' in object && 'metadata' in object)) return false
  const { apiVersion, kind, metadata } = object
  return (
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof metadata === 'object' &&
    metadata !== null &&
    'name' in metadata &&
    typeof metadata.name === 'string'
  )
}

/** What tells one object of a cluster from another: group, kind, namespace and name. The version is not part of it. */
export interface ObjectId {
  group: string
  kind: string
  namespace: string
  name: string
}

/** The identity of an object; the namespace is '' for objects without one. */
export function idOf(object: KubeObject): ObjectId {
  const slash = object.apiVersion.indexOf('/')
  return {
    group: slash < 0 ? '' : object.apiVersion.slice(0, slash),
    kind: object.kind,
    namespace: object.metadata.namespace ?? '',
    name: object.metadata.name,
  }
}

/** The identity as one readable string, `apps/StatefulSet thanos/thanos-store`; equal strings mean the same object. */
export function idString(object: KubeObject): string {
  const { group, kind, namespace, name } = idOf(object)
  return `${group === '' ? '' : `${group}/`}${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
}
