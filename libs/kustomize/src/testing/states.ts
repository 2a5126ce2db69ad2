import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import fc from 'fast-check'
import type { ConfigFiles, State } from '../state.ts'
import { equal, isMap, plainObject, type Value, type ValueMap } from '../value.ts'
import { kinds } from './objects.ts'
import { text, texts } from './values.ts'

const config: fc.Arbitrary<ConfigFiles> = fc.record(
  {
    name: fc.constantFrom('config', 'rules', 'c.d', 'thanos-store'),
    namespace: fc.constantFrom('one', 'two', 'default'),
    labels: texts,
    annotations: texts,
    files: fc.dictionary(fc.constantFrom('a.yaml', 'b.yaml', '.hidden', 'c'), text, {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    onChange: fc.constantFrom('restart', 'reload'),
  },
  { requiredKeys: ['name', 'namespace', 'files', 'onChange'] },
)

/** What a layer makes of a thing: it deletes it, leaves it alone, takes over a part or all of its own version. */
type Choice = 'gone' | 'kept' | 'mixed' | 'own'

/** One thing through the layers. */
interface Slot<T> {
  versions: T[]
  choices: Choice[]
}

const choice = fc.constantFrom<Choice>('gone', 'kept', 'mixed', 'mixed', 'mixed', 'mixed', 'own', 'own')

function slot<T>(one: fc.Arbitrary<T>, count: number): fc.Arbitrary<Slot<T>> {
  return fc.record({
    versions: fc.array(one, { minLength: count, maxLength: count }),
    choices: fc.array(choice, { minLength: count, maxLength: count }),
  })
}

/**
 * A base and the states that overlays make of it, one on the other. Most things are in all layers, changed in parts,
 * and a layer may rename a namespace.
 */
export function layers(overlays: number): fc.Arbitrary<[State, ...State[]]> {
  const count = overlays + 1
  const repeat = { minLength: count, maxLength: count }
  return fc
    .record({
      objects: fc.array(fc.oneof(...kinds.map((kind) => slot(kind, count))), { minLength: 1, maxLength: 4 }),
      configs: fc.array(slot(config, count), { maxLength: 2 }),
      numbers: fc.array(fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }), repeat),
      renames: fc.array(fc.option(fc.constantFrom('one', 'two', 'default'), { freq: 4 }), repeat),
    })
    .map(({ objects, configs, numbers, renames }) => {
      const states = numbers.map((list, layer) => stateAt(layer, objects, configs, list))
      const names = new Map<string, string>()
      const renamed = states.map((one, layer) => {
        const old = renames[layer] ?? null
        if (layer > 0 && old !== null) names.set(old, `renamed${layer}`)
        return mapNamespaces(one, (namespace) => names.get(namespace) ?? namespace)
      })
      const [first, ...rest] = renamed
      return [first ?? { objects: [], configs: [] }, ...rest] satisfies [State, ...State[]]
    })
    .filter(([first]) => isNotEmpty(first))
}

/** Kustomize refuses a kustomization that produces nothing. */
function isNotEmpty({ objects, configs }: State): boolean {
  return objects.length + configs.length > 0
}

function stateAt(layer: number, objects: Slot<KubeObject>[], configs: Slot<ConfigFiles>[], numbers: number[]): State {
  let position = 0
  const choose = (): number => numbers[position++ % numbers.length] ?? 0
  const taken = new Set<string>()
  const isNew = (id: string): boolean => !taken.has(id) && taken.add(id).size > 0
  return {
    configs: configs
      .map((one) => versionAt(one, layer, (a, b) => mixedConfigs(a, b, choose)))
      .filter((one) => one !== undefined)
      .filter((one) => isNew(`ConfigMap ${one.namespace}/${one.name}`)),
    objects: objects
      .map((one) => versionAt(one, layer, (a, b) => mixedObjects(a, b, choose)))
      .filter((one) => one !== undefined)
      .filter((one) => isNew(idString(one))),
  }
}

function versionAt<T>({ versions, choices }: Slot<T>, layer: number, mixed: (a: T, b: T) => T): T | undefined {
  let current: T | undefined
  let present: T | undefined
  for (const [index, version] of versions.slice(0, layer + 1).entries()) {
    const choice = choices[index]
    if (current === undefined || choice === 'own') current = version
    else if (choice === 'mixed') current = mixed(current, version)
    present = choice === 'gone' ? undefined : current
  }
  return present
}

function mixedConfigs(a: ConfigFiles, b: ConfigFiles, choose: () => number): ConfigFiles {
  const { labels = {}, annotations = {}, files } = b
  return {
    ...a,
    ...(choose() < 5 ? { files: { ...(choose() < 5 ? a.files : {}), ...files } } : {}),
    ...(choose() < 3 ? { labels } : {}),
    ...(choose() < 3 ? { annotations } : {}),
    ...(choose() < 1 ? { onChange: b.onChange } : {}),
  }
}

function mixedObjects(a: KubeObject, b: KubeObject, choose: () => number): KubeObject {
  const mixed = mix(plainObject(a), plainObject(b), choose)
  if (!isMap(mixed)) return a
  const { name, namespace } = a.metadata
  const metadata = isMap(mixed['metadata']) ? mixed['metadata'] : {}
  const identity = { name, ...(namespace === undefined ? {} : { namespace }) }
  return { ...mixed, apiVersion: a.apiVersion, kind: a.kind, metadata: { ...metadata, ...identity } }
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
      if (namespace === undefined) return object
      return { ...object, metadata: { ...object.metadata, namespace: map(namespace) } }
    }),
    configs: configs.map((one) => ({ ...one, namespace: map(one.namespace) })),
  }
}

/** The state with names and namespaces of its own, so that many states fit into one build. */
export function apart(one: State, prefix: string): State {
  const { objects, configs } = mapNamespaces(one, (namespace) => `${prefix}-${namespace}`)
  return {
    configs,
    objects: objects.map((object) =>
      object.metadata.namespace !== undefined
        ? object
        : { ...object, metadata: { ...object.metadata, name: `${prefix}-${object.metadata.name}` } },
    ),
  }
}
