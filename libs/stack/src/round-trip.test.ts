import { modes } from '@thanos-fleet/cluster-spec'
import { expect, it } from 'vitest'
import { bases, modeState } from './layers.ts'

/** Fields whose empty value the API server keeps, since empty means something there. */
const kept = new Set(['emptyDir', 'podSelector', 'namespaceSelector'])

const states = [
  ...bases().map(({ name, state }) => ({ name: `base/${name}`, state })),
  ...modes.map((mode) => ({ name: mode, state: modeState(mode) })),
]

it.each(states)(
  '$name has no empty list or mapping that the API server drops, or every apply would change the object again',
  ({ state }) => {
    expect(state.objects.flatMap((object) => empties(object, `${object.kind} ${object.metadata.name}`))).toEqual([])
  },
)

function empties(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (entries.length === 0) return kept.has(name) ? [] : [path]
  return entries.flatMap(([key, inner]) => empties(inner, `${path}.${key}`))
}
