import { MergeError } from './merge-error.ts'
import { isMap, isSet, type Value, type ValueMap } from './value.ts'

/** The text of a scalar as Kustomize compares it; maps and lists have none. */
export function text(value: Value): string {
  return typeof value === 'object' && value !== null ? '' : String(value)
}

/**
 * Puts an item in the place of every item with the same identity, or at the end (kyaml's ElementSetter); without an
 * item, removes them. Empty items go in any case. The list is changed.
 */
export function setElement(
  list: Value[],
  keys: readonly string[],
  identity: readonly string[],
  element: Value | undefined,
): void {
  const kept: Value[] = []
  let found = false
  for (const item of list) {
    if (!isSet(item) || (isMap(item) && Object.keys(item).length === 0)) continue
    if (!isMap(item) && keys[0] !== '' && identity.length > 0 && identity[0] !== '') {
      kept.push(item)
    } else if (!matches(item, keys, identity)) {
      if (identity.length > 0) kept.push(item)
    } else {
      found = true
      if (element !== undefined) kept.push(element)
    }
  }
  list.splice(0, list.length, ...kept)
  if (!found && isSet(element)) list.push(element)
}

/** Keys beyond the identity's length count as matched when the one before matched. */
function matches(item: Exclude<Value, null>, keys: readonly string[], identity: readonly string[]): boolean {
  return (
    identity.length > 0 &&
    keys.every((key, index) => {
      const wanted = identity[index]
      return wanted === undefined || matchesField(item, key, wanted)
    })
  )
}

function matchesField(item: Exclude<Value, null>, key: string, wanted: string): boolean {
  if (key === '') {
    if (typeof item === 'object')
      throw new MergeError('a list of plain values, and an entry of it is a mapping or a list')
    return text(item) === wanted
  }
  if (!isMap(item)) throw new MergeError('a list of mappings, and an entry of it is something else')
  const value = item[key]
  return value !== undefined && (wanted === '' || text(value) === wanted)
}

/** Removes a list's `$patch` item and returns what it says; kyaml looks at the first item that has the field. */
export function takeListDirective(patch: Value[]): Value | undefined {
  const marker = patch.find((item): item is ValueMap => isMap(item) && '$patch' in item)
  const directive = marker === undefined || Object.keys(marker).length > 1 ? undefined : marker['$patch']
  if (typeof directive === 'string') setElement(patch, ['$patch'], [directive], undefined)
  return directive
}
