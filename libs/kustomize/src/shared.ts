import type { ValueMap } from './value.ts'

/** Enough for what the clusters of a fleet have in common; beyond it, all is forgotten and learnt again. */
const mostKnown = 4_000
const known = new Map<string, ValueMap>()

/**
 * One object for all that are equal, the order of their keys included. A fleet asks for the same changes in many
 * clusters: what was worked out for one is found again by the object itself.
 */
export function shared(object: ValueMap): ValueMap {
  const text = JSON.stringify(object)
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  known.set(text, object)
  return object
}

/** The same function, but that results are remembered for as long as both objects exist. It may not change them. */
export function remembered<One extends object, Other extends object, Result>(
  make: (one: One, other: Other) => Result,
): (one: One, other: Other) => Result {
  const results = new WeakMap<One, WeakMap<Other, { result: Result }>>()
  return (one, other) => {
    let ofOne = results.get(one)
    if (ofOne === undefined) {
      ofOne = new WeakMap()
      results.set(one, ofOne)
    }
    let found = ofOne.get(other)
    if (found === undefined) {
      found = { result: make(one, other) }
      ofOne.set(other, found)
    }
    return found.result
  }
}
