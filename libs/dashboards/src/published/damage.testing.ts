import { isJsonObject, type Json, type JsonObject } from '@thanos-fleet/json'

/** For tests: a kind of mistake that somebody makes in a dashboard, or that a change of the SDK makes of it. */
export type Mistake = 'misspelt member' | 'other type' | 'other value'

/** A value with one mistake. */
export interface Damaged {
  mistake: Mistake
  /** Where it is, with `[]` for any item of a list. */
  at: string
  value: Json
}

type Path = readonly (string | number)[]

/** For tests: where the members of a value are, with `[]` for any item of a list. */
export function placesIn(value: Json): string[] {
  return [...places(value).keys()]
}

/** For tests: every mistake at every member of a value, once for those that differ only in the item of a list. */
export function damages(value: Json): Damaged[] {
  return [...places(value)].flatMap(([at, path]) => mistakesAt(value, path).map((mistake) => ({ ...mistake, at })))
}

function places(value: Json): Map<string, Path> {
  const found = new Map<string, Path>()
  for (const path of pathsOf(value)) {
    const at = placeOf(path)
    // The first item of a list says the least: thresholds start at null.
    if (!found.has(at) || valueAt(value, found.get(at) ?? []) === null) found.set(at, path)
  }
  return found
}

function placeOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('')
}

function mistakesAt(value: Json, path: Path): Omit<Damaged, 'at'>[] {
  const mistakes: Omit<Damaged, 'at'>[] = []
  const member = valueAt(value, path)
  // Where a list may stand, a text often may as well.
  const otherType = typeof member === 'string' || Array.isArray(member) ? 1 : 'text'
  mistakes.push({ mistake: 'other type', value: changed(value, path, () => otherType) })
  if (typeof member === 'string') {
    mistakes.push({ mistake: 'other value', value: changed(value, path, () => `${member}x`) })
  }
  if (typeof member === 'number') {
    mistakes.push({ mistake: 'other value', value: changed(value, path, () => member + 1000) })
  }
  const key = path.at(-1)
  if (typeof key === 'string') {
    const misspelt = changed(value, path.slice(0, -1), (parent) =>
      isJsonObject(parent)
        ? Object.fromEntries(Object.entries(parent).map(([name, item]) => [name === key ? `${name}x` : name, item]))
        : parent,
    )
    mistakes.push({ mistake: 'misspelt member', value: misspelt })
  }
  return mistakes
}

function pathsOf(value: Json, path: Path = []): Path[] {
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : []
  return path.length === 0 ? below : [path, ...below]
}

function child(value: Json, step: string | number): Json {
  if (Array.isArray(value)) return value[Number(step)] ?? null
  return isJsonObject(value) ? (value[step] ?? null) : null
}

function valueAt(value: Json, path: Path): Json {
  return path.reduce(child, value)
}

function changed(value: Json, [step, ...rest]: Path, change: (member: Json) => Json): Json {
  if (step === undefined) return change(value)
  const member = changed(child(value, step), rest, change)
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? member : item))
  const object: JsonObject = { ...(isJsonObject(value) ? value : {}), [step]: member }
  return object
}
