import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import fc from 'fast-check'
import type { ConfigFiles, State } from '../state.ts'
import { equal, isMap, plainObject, type Value, type ValueMap } from '../value.ts'
import { anyObject } from './objects.ts'
import { text, texts } from './values.ts'

const config: fc.Arbitrary<ConfigFiles> = fc.record({
  name: fc.constantFrom('config', 'rules', 'c.d', 'thanos-store'),
  namespace: fc.constantFrom('one', 'two', 'default'),
  labels: texts,
  annotations: texts,
  files: fc.dictionary(fc.constantFrom('a.yaml', 'b.yaml', '.hidden', 'c'), text, { maxKeys: 3, noNullPrototype: true }),
  onChange: fc.constantFrom('restart', 'reload'),
}, { requiredKeys: ['name', 'namespace', 'files', 'onChange'] })

function id(object: KubeObject): string {
  return idString(object)
}

function configId(one: ConfigFiles): string {
  return `ConfigMap ${one.namespace}/${one.name}`
}

/** A state without two objects of the same identity. */
const state: fc.Arbitrary<State> = fc.record({
  objects: fc.uniqueArray(anyObject, { selector: id, minLength: 1, maxLength: 4 }),
  configs: fc.uniqueArray(config, { selector: configId, maxLength: 2 }),
}).map(withoutDoubles)

function withoutDoubles({ objects, configs }: State): State {
  const taken = new Set(configs.map(configId))
  return { objects: objects.filter((object) => !taken.has(id(object))), configs }
}

const another = fc.record({
  state,
  choices: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  rename: fc.option(fc.constantFrom('one', 'two', 'default')),
})

/**
 * A base and the states that overlays make of it, one on the other. Each shares much with the one before: it takes
 * every part from that or from an independent state, and may live in a renamed namespace.
 */
export function layers(overlays: number): fc.Arbitrary<[State, ...State[]]> {
  return fc.tuple(state.filter(isNotEmpty), fc.array(another, { minLength: overlays, maxLength: overlays }))
    .map(([first, others]) => {
      const states: [State, ...State[]] = [first]
      let last = first
      for (const [index, { state: other, choices, rename }] of others.entries()) {
        const mixed = mixedStates(last, other, () => choices.next().value)
        last = rename === null ? mixed : mapNamespaces(mixed, (namespace) => namespace === rename ? `renamed${index}` : namespace)
        states.push(last)
      }
      return states
    })
}

/** Kustomize refuses a kustomization that produces nothing. */
function isNotEmpty({ objects, configs }: State): boolean {
  return objects.length + configs.length > 0
}

function mixedStates(a: State, b: State, choose: () => number): State {
  const others = new Map(b.objects.map((object) => [id(object), object]))
  const objects = a.objects.flatMap((object) => {
    const same = b.objects.find((one) => one.kind === object.kind && one.apiVersion === object.apiVersion)
    if (choose() === 0) return []
    return same === undefined || choose() < 3 ? [object] : [mixedObjects(object, same, choose)]
  })
  const kept = new Set(objects.map(id))
  const added = [...others].flatMap(([key, object]) => kept.has(key) || choose() < 5 ? [] : [object])
  const configs = new Map([...a.configs, ...b.configs].flatMap((one) => choose() < 2 ? [] : [[configId(one), one]]))
  return withoutDoubles({ objects: [...objects, ...added], configs: [...configs.values()] })
}

function mixedObjects(a: KubeObject, b: KubeObject, choose: () => number): KubeObject {
  const mixed = mix(plainObject(a), plainObject(b), choose)
  if (!isMap(mixed)) return a
  const { name, namespace } = a.metadata
  const metadata = { ...isMap(mixed['metadata']) ? mixed['metadata'] : {}, name, ...namespace === undefined ? {} : { namespace } }
  return { ...mixed, apiVersion: a.apiVersion, kind: a.kind, metadata }
}

function mix(a: Value | undefined, b: Value | undefined, choose: () => number): Value | undefined {
  if (equal(a, b)) return a
  if (isMap(a) && isMap(b)) {
    const result: ValueMap = {}
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const value = mix(a[key], b[key], choose)
      if (value !== undefined) result[key] = value
    }
    return result
  }
  if (Array.isArray(a) && Array.isArray(b)) return mixedLists(a, b, choose)
  return choose() < 6 ? a : b
}

/** The one list, the other, or the first with its items turned round or partly mixed. */
function mixedLists(a: Value[], b: Value[], choose: () => number): Value[] {
  const choice = choose()
  if (choice < 3) return a
  if (choice < 5) return b
  if (choice === 5) return a.toReversed()
  return a.map((item) => {
    const named = isMap(item) ? b.find((one) => isMap(one) && one['name'] === item['name']) : undefined
    return mix(item, named, choose) ?? item
  })
}

/** The state with other namespaces. */
function mapNamespaces({ objects, configs }: State, map: (namespace: string) => string): State {
  return {
    objects: objects.map((object) => {
      const { namespace } = object.metadata
      return namespace === undefined ? object : { ...object, metadata: { ...object.metadata, namespace: map(namespace) } }
    }),
    configs: configs.map((one) => ({ ...one, namespace: map(one.namespace) })),
  }
}

/** The state with names and namespaces of its own, so that many states fit into one build. */
export function apart(one: State, prefix: string): State {
  const { objects, configs } = mapNamespaces(one, (namespace) => `${prefix}-${namespace}`)
  return {
    configs,
    objects: objects.map((object) => object.metadata.namespace !== undefined ? object
      : { ...object, metadata: { ...object.metadata, name: `${prefix}-${object.metadata.name}` } }),
  }
}
