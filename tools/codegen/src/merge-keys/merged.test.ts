import { expect, it } from 'vitest'
import { mergedTypes, mergeKeysOf } from './merged.ts'
import type { Definition, Property } from './openapi.ts'

const property = (name: string, known: Partial<Property> = {}): Property => ({
  name,
  of: undefined,
  patchStrategy: undefined,
  patchMergeKey: undefined,
  listMapKeys: undefined,
  ...known,
})

const definition = (name: string, ...properties: Property[]): Definition => ({ name, properties, kinds: [] })

it.each([
  ['one key', { patchStrategy: 'merge', patchMergeKey: 'name' }, ['name']],
  [
    'several keys before the one',
    { patchStrategy: 'merge', patchMergeKey: 'port', listMapKeys: ['port', 'protocol'] },
    ['port', 'protocol'],
  ],
  ['a set of plain values', { patchStrategy: 'merge' }, []],
  ['a strategy of two words', { patchStrategy: 'merge,retainKeys', patchMergeKey: 'name' }, ['name']],
  ['keys without a strategy', { listMapKeys: ['port'] }, undefined],
  ['retained keys alone', { patchStrategy: 'retainKeys' }, undefined],
])('merges by %s', (_, known, keys) => {
  expect(mergeKeysOf(property('list', known))).toEqual(keys)
})

it('keeps what leads to a merged list and leaves out the rest, also where types contain themselves', () => {
  const types = mergedTypes([
    definition('Pod', property('spec', { of: 'Spec' }), property('status', { of: 'Status' })),
    definition(
      'Spec',
      property('self', { of: 'Spec' }),
      property('containers', { patchStrategy: 'merge', patchMergeKey: 'name' }),
    ),
    definition('Status', property('self', { of: 'Status' })),
  ])
  expect([...types.keys()]).toEqual(['Pod', 'Spec'])
  expect(types.get('Pod')).toEqual([{ name: 'spec', merge: undefined, of: 'Spec' }])
  expect(types.get('Spec')?.map(({ name }) => name)).toEqual(['containers', 'self'])
})
