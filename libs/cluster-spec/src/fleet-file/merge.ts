import type { ParsedYaml } from '../yaml/parse.ts'
import type { Path } from '../yaml/position.ts'
import { choosesAnother, expanded, isMapping, takenBack } from './choices.ts'

/** Settings that were written in one place. */
export interface Layer {
  /** Whether it is the cluster's own file, or the fleet's. */
  file: 'cluster' | 'fleet'
  yaml: ParsedYaml
  value: unknown
  /** Where a setting stands in the file. */
  placeOf(path: Path): Path
}

/** What several layers say together. */
export interface Merged {
  value: unknown
  /** Who says it; of a mapping that several add to, the topmost. */
  layer: Layer
  /** Of a mapping, what each key is and who says it. */
  entries: ReadonlyMap<string, Merged>
}

const nothing: ReadonlyMap<string, Merged> = new Map()

/** Lays layers over each other, the first at the bottom: mappings merge, all else replaces. */
export function mergeLayers(layers: readonly [Layer, ...Layer[]]): Merged {
  const [first, ...rest] = layers
  return rest.reduce<Merged>((below, layer) => mergeOne(below, layer.value, layer, []), owned(first.value, first))
}

/** A value of one layer. */
function owned(value: unknown, layer: Layer): Merged {
  if (!isMapping(value)) return { value, layer, entries: nothing }
  const entries = new Map(Object.entries(value).map(([key, item]) => [key, owned(item, layer)]))
  return { value, layer, entries }
}

function mergeOne(below: Merged, value: unknown, layer: Layer, path: Path): Merged {
  if (!isMapping(value)) return owned(value, layer)
  const lower = expanded(below.value, path)
  if (!isMapping(lower) || choosesAnother(lower, value, path)) return owned(value, layer)
  // What a quantity alone was expanded to has no entries yet.
  const { entries: before } = isMapping(below.value) ? below : owned(lower, below.layer)
  const entries = new Map(before)
  for (const key of takenBack(lower, value, path)) entries.delete(key)
  for (const [key, item] of Object.entries(value)) {
    const known = entries.get(key)
    entries.set(key, known === undefined ? owned(item, layer) : mergeOne(known, item, layer, [...path, key]))
  }
  return { value: Object.fromEntries([...entries].map(([key, one]) => [key, one.value])), layer, entries }
}

/** What is said at a path, or at the nearest one above it of which something is said. */
export function sayingAt(merged: Merged, path: Path): Merged {
  let at = merged
  for (const element of path) {
    const next = at.entries.get(String(element))
    if (next === undefined) return at
    at = next
  }
  return at
}
