import { isMap, equal, type Value, type ValueMap } from './value.ts'

/**
 * What a list that takes another's place leaves out: entries, or fields of entries that are otherwise still there.
 *
 * Entries are paired first where they are equal, then by what names them (`name`, `metadata.name`, the name of a
 * flag), and what has no name so that as little as possible is missing. A pair may differ in values: that is a change.
 *
 * @param path the list as messages write it, `spec.egress`
 * @returns the paths of what is missing, or texts for entries without a name
 */
export function listLosses(before: readonly Value[], after: readonly Value[], path: string): string[] {
  const [gone, come] = unmatched(before, after)
  const lost: string[] = []
  for (const entry of gone) {
    const rest = [...come].filter(([, other]) => mayPair(entry.value, other))
    const pairs = rest.map(([index, other]) => ({ index, missing: fieldLosses(entry.value, other, placeOf(entry)) }))
    const best = pairs.toSorted((a, b) => a.missing.length - b.missing.length)[0]
    if (best === undefined) lost.push(describe(entry))
    else {
      come.delete(best.index)
      lost.push(...best.missing)
    }
  }
  return lost

  function placeOf({ index, value }: Entry): string {
    return `${path}[${nameOf(value) ?? index}]`
  }

  function describe(entry: Entry): string {
    return typeof entry.value === 'object' && entry.value !== null ? placeOf(entry) : JSON.stringify(entry.value)
  }
}

interface Entry {
  index: number
  value: Value
}

/** Entries of either list that have no equal in the other; the more of an entry there are, the more equals it needs. */
function unmatched(before: readonly Value[], after: readonly Value[]): [Entry[], Map<number, Value>] {
  const come = new Map(after.entries())
  const gone = [...before.entries()].flatMap(([index, value]) => {
    const same = [...come].find(([, other]) => equal(value, other))
    if (same === undefined) return [{ index, value }]
    come.delete(same[0])
    return []
  })
  return [gone, come]
}

/** Whether an entry may be another one with changed values. */
function mayPair(one: Value, other: Value): boolean {
  return kindOf(one) === kindOf(other) && nameOf(one) === nameOf(other)
}

function kindOf(value: Value): string {
  return Array.isArray(value) ? 'list' : isMap(value) ? 'map' : 'scalar'
}

/** What tells an entry from the others whatever its values; undefined for what has only a place. */
function nameOf(value: Value): string | undefined {
  if (typeof value === 'string') return /^--?[^=\s]+/.exec(value)?.[0]
  if (!isMap(value)) return undefined
  const { metadata } = value
  const name = (isMap(metadata) ? metadata['name'] : undefined) ?? value['name'] ?? value['key'] ?? value['path']
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}

/** The fields that one value has and the other lacks. An explicit null says that the loss is meant. */
function fieldLosses(before: Value, after: Value, path: string): string[] {
  if (Array.isArray(before) && Array.isArray(after)) return listLosses(before, after, path)
  if (!isMap(before) || !isMap(after)) return kindOf(before) === kindOf(after) || after === null ? [] : [path]
  return Object.entries(before).flatMap(([key, value]) => fieldLoss(value, after, key, `${path}.${key}`))
}

function fieldLoss(before: Value, after: ValueMap, key: string, path: string): string[] {
  const value = after[key]
  return value === undefined ? [path] : fieldLosses(before, value, path)
}
