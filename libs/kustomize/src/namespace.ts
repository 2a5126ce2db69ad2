import { idOf, type KubeObject } from '@thanos-fleet/kubernetes'
import type { State } from './state.ts'

/** A namespace whose objects all live in another one in the desired state. */
export interface Move {
  from: string
  to: string
}

/**
 * The namespaces that were renamed between two states: nothing is left in the old one, and at least one object or
 * configuration of it is found in the new one. At most one move per old namespace.
 */
export function moves(from: State, to: State): Move[] {
  const kept = namespaces(to)
  if ([...namespaces(from)].every((namespace) => kept.has(namespace))) return []
  const wanted = new Map<string, Set<string>>()
  for (const [key, namespace] of places(to)) wanted.set(key, (wanted.get(key) ?? new Set()).add(namespace))
  const votes = new Map<string, Map<string, number>>()
  for (const [key, namespace] of places(from)) {
    if (namespace === '' || kept.has(namespace)) continue
    for (const target of wanted.get(key) ?? []) {
      if (target === '') continue
      const counts = votes.get(namespace) ?? new Map<string, number>()
      votes.set(namespace, counts.set(target, (counts.get(target) ?? 0) + 1))
    }
  }
  const list = [...votes].flatMap(([namespace, counts]) => {
    const [best] = [...counts].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    return best === undefined ? [] : [{ from: namespace, to: best[0] }]
  })
  return collide(moved(from, list)) ? [] : list
}

function collide(state: State): boolean {
  const all = [...places(state)].map(([key, namespace]) => `${namespace}/${key}`)
  return new Set(all).size < all.length
}

/** The state after the moves; objects and configurations that do not move stay the same references. */
export function moved(state: State, list: readonly Move[]): State {
  if (list.length === 0) return state
  const known = knownMoves.get(state) ?? new Map<string, State>()
  knownMoves.set(state, known)
  const key = JSON.stringify(list)
  const result = known.get(key) ?? movedNow(state, list)
  known.set(key, result)
  return result
}

/** Many clusters of a fleet move the objects of the same base to the same place. */
const knownMoves = new WeakMap<State, Map<string, State>>()

function movedNow(state: State, list: readonly Move[]): State {
  const target = new Map(list.map((move) => [move.from, move.to]))
  return {
    objects: state.objects.map((object) => {
      const namespace = target.get(object.metadata.namespace ?? '')
      return namespace === undefined ? object : inNamespace(object, namespace)
    }),
    configs: state.configs.map((config) => {
      const namespace = target.get(config.namespace)
      return namespace === undefined ? config : { ...config, namespace }
    }),
  }
}

const copies = new WeakMap<KubeObject, KubeObject>()

/** A copy in another namespace; the last copy of each object is remembered, for many overlays move it alike. */
function inNamespace(object: KubeObject, namespace: string): KubeObject {
  let copy = copies.get(object)
  if (copy?.metadata.namespace !== namespace) {
    copy = { ...object, metadata: { ...object.metadata, namespace } }
    copies.set(object, copy)
  }
  return copy
}

function namespaces(state: State): Set<string> {
  return new Set([
    ...state.objects.map((object) => object.metadata.namespace ?? ''),
    ...state.configs.map((config) => config.namespace),
  ])
}

/** What is where: each object and configuration without its namespace, and the namespace. */
function* places(state: State): Generator<[string, string]> {
  for (const object of state.objects) yield [withoutNamespace(object), idOf(object).namespace]
  for (const config of state.configs) yield [`/ConfigMap/${config.name}`, config.namespace]
}

function withoutNamespace(object: KubeObject): string {
  const { group, kind, name } = idOf(object)
  return `${group}/${kind}/${name}`
}
