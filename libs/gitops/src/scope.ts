import { idOf } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'

/** A kind of objects without its version; the group of core objects is ''. */
export interface GroupKind {
  group: string
  kind: string
}

/** What a cluster's objects are and where: the least that a controller must be allowed to write. */
export interface Scope {
  namespaces: string[]
  /** Kinds of objects that are in no namespace. */
  clusterKinds: GroupKind[]
  namespacedKinds: GroupKind[]
}

/** The scope of all objects of a state. An object without a namespace is one that can have none. */
export function scopeOf({ objects, configs }: State): Scope {
  const ids = objects.map(idOf)
  const namespaced = ids.filter(({ namespace }) => namespace !== '')
  const configMaps = configs.length === 0 ? [] : [{ group: '', kind: 'ConfigMap' }]
  return {
    namespaces: [...new Set([...namespaced, ...configs].map(({ namespace }) => namespace))].toSorted(),
    clusterKinds: distinct(ids.filter(({ namespace }) => namespace === '')),
    namespacedKinds: distinct([...namespaced, ...configMaps]),
  }
}

/** The scope that is enough for each of the given ones. */
export function union(scopes: readonly Scope[]): Scope {
  return {
    namespaces: [...new Set(scopes.flatMap(({ namespaces }) => namespaces))].toSorted(),
    clusterKinds: distinct(scopes.flatMap(({ clusterKinds }) => clusterKinds)),
    namespacedKinds: distinct(scopes.flatMap(({ namespacedKinds }) => namespacedKinds)),
  }
}

/** Every kind once, in the order of groups and kinds. */
export function distinct(kinds: readonly GroupKind[]): GroupKind[] {
  const byKey = new Map(kinds.map(({ group, kind }) => [`${group}/${kind}`, { group, kind }]))
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind)
}
