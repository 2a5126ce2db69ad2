import type { Change } from './images.ts'
import { shared } from './shared.ts'
import { isMap, type Value, type ValueMap } from './value.ts'

/** One entry of a kustomization's `replicas`. */
export interface ReplicaRule {
  name: string
  count: number
}

/** The kinds Kustomize applies `replicas` to, whatever their group. */
const scalable: ReadonlySet<Value> = new Set(['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'])

/**
 * The entries of `replicas` that say part of the changes, and what then remains for patches. An entry names no kind and
 * no namespace, so it is only used where every object of that name shall have the same number.
 */
export function replicaRules(changes: readonly Change[]): { rules: ReplicaRule[]; rest: Change[] } {
  const wanted = new Map<string, Set<Value | undefined>>()
  for (const { to } of changes) {
    if (!scalable.has(to['kind'] ?? null)) continue
    wanted.set(nameOf(to), (wanted.get(nameOf(to)) ?? new Set()).add(replicas(to)))
  }
  const rules: ReplicaRule[] = []
  const rest = changes.map((change) => {
    const { from, to } = change
    const name = nameOf(to)
    if (from === undefined || replicas(from) === replicas(to) || !scalable.has(to['kind'] ?? null)) return change
    const [count, ...others] = wanted.get(name) ?? []
    if (typeof count !== 'number' || !Number.isInteger(count) || others.length > 0 || !isMap(to['spec'])) return change
    if (!isMap(from['spec'])) return change
    if (!rules.some((rule) => rule.name === name)) rules.push({ name, count })
    return { from, to: shared(withReplicas(to, to['spec'], replicas(from))) }
  })
  return { rules, rest }
}

function withReplicas(object: ValueMap, spec: ValueMap, count: Value | undefined): ValueMap {
  const { replicas: _, ...others } = spec
  return { ...object, spec: count === undefined ? others : { ...others, replicas: count } }
}

function replicas(object: ValueMap): Value | undefined {
  return isMap(object['spec']) ? object['spec']['replicas'] : undefined
}

function nameOf(object: ValueMap): string {
  const name = isMap(object['metadata']) ? object['metadata']['name'] : undefined
  return typeof name === 'string' ? name : ''
}
