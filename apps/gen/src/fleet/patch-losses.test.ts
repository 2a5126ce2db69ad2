import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { asObjectMap, patched, type State, type Value, type ValueMap } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { patchFile } from '../testing/patch-file.ts'
import { listClusters } from './list-clusters.ts'
import { checkPatches } from './patches.ts'
import { readCluster } from './read-cluster.ts'
import generator from './thanos-generator.ts'

const repository = resolve(import.meta.dirname, '../../../..')

function stateOf(name: string): State {
  const { spec } = readCluster(repository, name, generator)
  if (spec === undefined) throw new Error(`${name} is refused`)
  return desired(spec)
}

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
  return [...listsOf(plain, (value) => value, (value) => value)]
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

const codesOf = (state: State, patch: ValueMap) =>
  checkPatches([patchFile(stringify(patch, { aliasDuplicateObjects: false }))], state).map(({ code }) => code)

describe.each(listClusters(repository).names)('of %s', (name) => {
  const state = stateOf(name)

  test('every list of every object that loses an entry by being replaced is refused', () => {
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

  test('every one that keeps its entries is taken, also in another order', () => {
    for (const object of state.objects) {
      for (const { list, patch } of placesOf(object)) {
        expect(codesOf(state, asPatch(object, patch(list)))).toEqual([])
        expect(codesOf(state, asPatch(object, patch(list.toReversed())))).toEqual([])
      }
    }
  })
})

const policy: KubeObject & { spec: object } = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'n', namespace: 'thanos' },
  spec: { egress: [{ ports: [{ port: 1 }] }, { ports: [{ port: 2 }] }], policyTypes: ['Ingress', 'Egress'] },
}
const head = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: n, namespace: thanos }\nspec:\n'
const check = (...texts: string[]) =>
  checkPatches(
    texts.map((text) => patchFile(head + text)),
    { objects: [policy], configs: [] },
  )

describe('a patch that loses entries', () => {
  test('is refused at the list, with what is lost and what to write', () => {
    expect(check('  policyTypes: [Ingress, Egress]\n  egress:\n    - ports: [{ port: 1 }]\n')).toEqual([
      {
        severity: 'error',
        code: 'patch-loses-entries',
        file: 'clusters/a/patches/p.yaml',
        line: 6,
        column: 3,
        message:
          'Kustomize replaces spec.egress of networking.k8s.io/NetworkPolicy thanos/n as a whole; this patch loses spec.egress[1]',
        remedy:
          'write the whole list or, if the loss is intended, the comment "# replaces: spec.egress" on the line above it',
      },
    ])
  })

  test('is taken with a comment right above the list', () => {
    const list = '  egress: [{ ports: [{ port: 1 }] }]\n'
    expect(check(`  # replaces: spec.egress\n${list}`)).toEqual([])
    expect(check(`  # replaces: spec.egress\n  # since nothing else is called\n${list}`)).toEqual([])
    expect(check(`  # replaces: spec.egress, spec.policyTypes\n  ${list.trim()}\n`)).toMatchObject([
      { severity: 'warning', code: 'replaces-without-effect', line: 5, column: 3 },
    ])
  })

  test.each([
    ['of another list', '  # replaces: spec.ingress\n', ''],
    ['in another place', '', '  # replaces: spec.egress\n'],
    ['too far above', '  # replaces: spec.egress\n  policyTypes: [Ingress, Egress]\n', ''],
  ])('is refused with a comment %s, which is named too', (_, above, below) => {
    const found = check(`${above}  egress: [{ ports: [{ port: 1 }] }]\n${below}`)
    expect(found.map(({ code }) => code)).toEqual(['patch-loses-entries', 'replaces-without-effect'])
  })

  test('is seen after the patches before it', () => {
    const longer = '  egress: [{ ports: [{ port: 1 }] }, { ports: [{ port: 2 }] }, { ports: [{ port: 3 }] }]\n'
    expect(check(longer)).toEqual([])
    expect(check(longer, '  egress: [{ ports: [{ port: 1 }] }, { ports: [{ port: 2 }] }]\n')).toHaveLength(1)
  })

  test('is seen through an alias', () => {
    expect(check('  ingress: &few [{ ports: [{ port: 1 }] }]\n  egress: *few\n')).toMatchObject([{ line: 6, column: 3 }])
  })
})
