import { startsWithTab } from '../yaml-scalar.ts'
import { isMap, own, type Value } from '../value.ts'
import type { Refusal } from '../losses.ts'

/**
 * What a patch replaces in a text that a patch before it has written, and Kustomize may not write as it is meant: it keeps
 * the quotes or the block of the first text through all patches, and how a patch writes its own is up to people.
 *
 * @param first the value without any patch
 * @param before the value that this patch meets
 * @param after the value that it leaves
 */
export function unclearStyle(
  first: Value | undefined,
  before: Value | undefined,
  after: Value | undefined,
  path: readonly (string | number)[] = [],
): Refusal | undefined {
  if (typeof before === 'string') return first === before ? undefined : unclearText(before, after, path)
  for (const key of keysOf(before)) {
    const found = unclearStyle(at(first, key), at(before, key), at(after, key), [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}

function unclearText(
  before: string,
  after: Value | undefined,
  path: readonly (string | number)[],
): Refusal | undefined {
  const is = 'a text that another patch has written, whose quotes or block Kustomize keeps'
  if (typeof after === 'number' || typeof after === 'boolean') return { path: [...path], is }
  return typeof after === 'string' && after !== before && startsWithTab(after) ? { path: [...path], is } : undefined
}

function keysOf(value: Value | undefined): (string | number)[] {
  if (Array.isArray(value)) return value.map((_, index) => index)
  return isMap(value) ? Object.keys(value) : []
}

function at(value: Value | undefined, key: string | number): Value | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  return isMap(value) && typeof key === 'string' ? own(value, key) : undefined
}
