import { text } from './element.ts'
import { type Express, mapPatch } from './piece.ts'
import { typeNamed } from './schema.ts'
import { equal, isMap, isSet, own, type Value, type ValueMap } from './value.ts'

/**
 * A patch for a list whose items are merged by key, or undefined when the keys do not tell the items apart.
 *
 * Kustomize puts the items which the patch names first, in its order. So the patch names every changed item and every
 * one before it, the unchanged ones by their key alone; the unchanged tail is left out.
 *
 * @param keys the merge keys
 * @param of the type of the items
 */
export function keyedListPatch(
  from: readonly Value[],
  to: readonly Value[],
  keys: readonly string[],
  of: string | undefined,
  express: Express,
): Value[] | undefined {
  const old = byIdentity(from, keys)
  const wanted = byIdentity(to, keys)
  if (old === undefined || wanted === undefined) return undefined
  const fields = typeNamed(of)
  const patch: Value[] = []
  const wantedItems = [...wanted]
  for (const [identity, item] of wantedItems.slice(0, wantedItems.length - unchangedTail(old, wantedItems))) {
    const before = old.get(identity)
    if (before === undefined) {
      patch.push(item)
      continue
    }
    const change = mapPatch(before, item, (key) => fields && own(fields, key), express)
    if (change.kind === 'impossible') return undefined
    patch.push({ ...keysOf(item, keys), ...(change.kind === 'patch' && isMap(change.value) ? change.value : {}) })
  }
  for (const [identity, item] of old) {
    if (!wanted.has(identity)) patch.push({ ...keysOf(item, keys), $patch: 'delete' })
  }
  return patch
}

/** How many items at the end of `wanted` are unchanged and in the order in which the old list has them. */
function unchangedTail(old: ReadonlyMap<string, ValueMap>, wanted: readonly [string, ValueMap][]): number {
  const position = new Map([...old.keys()].map((identity, index) => [identity, index]))
  let next = Infinity
  let count = 0
  for (const [identity, item] of wanted.toReversed()) {
    const index = position.get(identity)
    if (index === undefined || index >= next || !equal(old.get(identity), item)) break
    next = index
    count++
  }
  return count
}

function keysOf(item: ValueMap, keys: readonly string[]): ValueMap {
  const result: ValueMap = {}
  for (const key of keys) {
    const value = item[key]
    if (value !== undefined) result[key] = value
  }
  return result
}

/** The items by the text of their keys; undefined when an item is no map, lacks all keys or repeats another's. */
function byIdentity(list: readonly Value[], keys: readonly string[]): Map<string, ValueMap> | undefined {
  const items = new Map<string, ValueMap>()
  for (const item of list) {
    if (!isMap(item) || !keys.some((key) => isSet(item[key]))) return undefined
    const identity = JSON.stringify(keys.map((key) => text(item[key] ?? '')))
    if (items.has(identity)) return undefined
    items.set(identity, item)
  }
  return items
}
