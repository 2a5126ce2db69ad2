import { modes, parseYamlStream } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { applyPatches, asObjectMap, patched, type State, type Value, type ValueMap } from '@thanos-fleet/kustomize'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { desired } from './desired.ts'

function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list of an object, how a patch says another one in its place, and how to find it in the object after that. */
interface Place {
  list: Value[]
  patch: (list: Value) => Value
  find: (object: Value | undefined) => Value | undefined
}

/** All lists of an object that a patch can reach, items of lists by their names. */
function* listsOf(value: Value, patch: Place['patch'], find: Place['find']): Generator<Place> {
  if (isMap(value)) {
    for (const [key, inner] of Object.entries(value)) {
      yield* listsOf(inner, (said) => patch({ [key]: said }), below(key))
    }
  } else if (Array.isArray(value)) {
    yield { list: value, patch, find }
    for (const item of value) {
      if (!isMap(item) || typeof item['name'] !== 'string') continue
      const { name } = item
      yield* listsOf(item, (said) => patch([{ name, ...(isMap(said) ? said : {}) }]), named(name))
    }
  }

  function below(key: string): Place['find'] {
    return (object) => {
      const map = find(object)
      return isMap(map) ? map[key] : undefined
    }
  }

  function named(name: string): Place['find'] {
    return (object) => {
      const list = find(object)
      return Array.isArray(list) ? list.find((item) => isMap(item) && item['name'] === name) : undefined
    }
  }
}

function placesOf(object: KubeObject): Place[] {
  const plain = asObjectMap(JSON.parse(JSON.stringify(object))) ?? {}
  return [
    ...listsOf(
      plain,
      (value) => value,
      (value) => value,
    ),
  ]
}

function asPatch({ apiVersion, kind, metadata: { name, namespace } }: KubeObject, change: Value): ValueMap {
  const { metadata, ...rest } = isMap(change) ? change : {}
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...(isMap(metadata) ? metadata : {}) },
    ...rest,
  }
}

function codesOf(state: State, patch: ValueMap): string[] {
  const text = stringify(patch, { aliasDuplicateObjects: false })
  const yaml = parseYamlStream(text)
  if (Array.isArray(yaml)) throw new Error(yaml.map(({ message }) => message).join(', '))
  return applyPatches(state, [{ path: 'patches/p.yaml', text, ...yaml }]).findings.map(({ code }) => code)
}

describe.each(modes)('a patch of %s', (mode) => {
  const state = desired(exampleCluster(mode).spec)

  test('is refused where any list of any object loses an entry by being replaced', () => {
    let refused = 0
    for (const object of state.objects) {
      for (const { list, patch, find } of placesOf(object)) {
        const shorter = asPatch(object, patch(list.slice(0, -1)))
        const after = find(patched(object, shorter).object)
        const isLost = Array.isArray(after) ? after.length < list.length : list.length > 0
        const codes = codesOf(state, shorter).filter((code) => code !== 'patch-matches-no-container')
        const named = `${idString(object)}: ${JSON.stringify(patch([]))}`
        expect(codes, named).toEqual(isLost ? ['patch-loses-entries'] : [])
        refused += isLost ? 1 : 0
      }
    }
    expect(refused).toBeGreaterThan(20)
  })

  test('is taken where the list keeps its entries, also in another order', () => {
    for (const object of state.objects) {
      for (const { list, patch } of placesOf(object)) {
        expect(codesOf(state, asPatch(object, patch(list)))).toEqual([])
        expect(codesOf(state, asPatch(object, patch(list.toReversed())))).toEqual([])
      }
    }
  })
})
