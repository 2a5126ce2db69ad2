import { setElement, text } from './element.ts'
import { isMap, isSet, type Value } from './value.ts'

/** Merges an item of the target with the same item of the patch; either may be missing. */
type MergeItems = (target: Value | undefined, patch: Value | undefined) => Value | undefined

/** The texts of one item's merge keys, in the order of the keys; '' where the item lacks one. */
type Identity = readonly string[]

/**
 * Merges two lists by the keys of their items, as kyaml does with patches prepended: the items which the patch names
 * come first, in its order, the others follow in theirs. Both lists are changed.
 *
 * @param keys the merge keys; none for a set of plain values, whose identity is their text
 */
export function mergeKeyedLists(
  target: Value[],
  patch: Value[] | undefined,
  keys: readonly string[],
  mergeItems: MergeItems,
): Value[] {
  const names = keys.length === 0 ? [''] : keys
  const identities = keys.length > 1 ? completed(distinct(patch, target, names)) : distinct(patch, target, names)
  if (identities.length === 0) return target
  const used = usedKeys(identities, names)
  const front: Value[] = []
  for (const full of identities) {
    const identity = full.filter((_, index) => used.includes(names[index] ?? ''))
    const item = mergeItems(find(target, used, identity), find(patch, used, identity))
    if (!isSet(item) || (isMap(item) && Object.keys(item).length === 0)) {
      setElement(target, used, identity, undefined)
      continue
    }
    if (isMap(item)) {
      used.forEach((key, index) => {
        if (!Object.hasOwn(item, key) && identity[index] !== '') item[key] = plainScalar(identity[index] ?? '')
      })
    }
    setElement(front, used, identity, item)
  }
  for (const item of target) appendRest(front, item, used)
  return front
}

/** Puts an item of the target behind the patched ones; an item that lacks a key goes in twice, as in kyaml. */
function appendRest(list: Value[], item: Value, keys: readonly string[]): void {
  if (keys[0] === '') return setElement(list, keys, [text(item)], item)
  const identity: string[] = []
  for (const key of keys) {
    const value = isMap(item) ? item[key] : undefined
    if (value === undefined) list.push(item)
    else identity.push(text(value))
  }
  if (keys.length > 1) setElement(list, keys, identity, undefined)
  setElement(list, keys, identity, item)
}

/** The identities of all items, those of the patch first, each once. */
function distinct(patch: Value[] | undefined, target: Value[], keys: readonly string[]): Identity[] {
  const seen = new Map<string, Identity>()
  for (const item of [...(patch ?? []), ...target]) {
    const identity = keys[0] === '' ? [text(item)] : keys.map((key) => keyText(isMap(item) ? item[key] : undefined))
    const id = JSON.stringify(identity)
    if (!seen.has(id)) seen.set(id, identity)
  }
  return [...seen.values()]
}

function keyText(value: Value | undefined): string {
  return isSet(value) ? text(value) : ''
}

/** An identity with a gap takes the missing part from one that agrees otherwise: a port without protocol, say. */
function completed(identities: Identity[]): Identity[] {
  const list = [...identities]
  for (let i = 0; i < list.length; i++) {
    const first = list[i]
    for (let j = 0; j < list.length; j++) {
      const both = first === undefined ? undefined : unified(first, list[j] ?? [])
      if (both !== undefined) list[i] = list[j] = both
    }
  }
  return list
}

function unified(a: Identity, b: Identity): Identity | undefined {
  if (!a.some((value, index) => value === b[index])) return undefined
  if (a.some((value, index) => value !== b[index] && value !== '' && b[index] !== '')) return undefined
  return a.map((value, index) => (value === '' ? (b[index] ?? '') : value))
}

/** The keys that at least one item has; all of them when no item has any. */
function usedKeys(identities: readonly Identity[], keys: readonly string[]): readonly string[] {
  const used = keys.filter((_, index) => identities.some((identity) => identity[index] !== ''))
  return used.length === 0 ? keys : used
}

/** The first item with this identity; keys without a value are not compared unless all lack one. */
function find(list: Value[] | undefined, keys: readonly string[], identity: Identity): Value | undefined {
  if (list === undefined) return undefined
  if (keys[0] === '') return list.find((item) => text(item) === identity[0])
  const known = usedKeys([identity], keys)
  return list.find(
    (item) =>
      isMap(item) &&
      known.every((key) => {
        const value = item[key]
        return value !== undefined && text(value) === identity[keys.indexOf(key)]
      }),
  )
}

/** A key that Kustomize fills in is written as a plain scalar, so digits become a number. */
function plainScalar(value: string): Value {
  return /^\d+$/.test(value) ? Number(value) : value
}
