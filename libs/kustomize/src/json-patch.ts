import { equal, isMap, own, type Value, type ValueMap } from './value.ts'

/** The operations (RFC 6902) that turn one object into another: the last resort where no strategic merge says it. */
export function jsonPatch(from: ValueMap, to: ValueMap): ValueMap[] {
  return [...operations(from, to, '')]
}

function* operations(from: Value, to: Value, path: string): Generator<ValueMap> {
  if (equal(from, to)) return
  if (isMap(from) && isMap(to)) yield* mapOperations(from, to, path)
  else if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    for (const [index, item] of to.entries()) yield* operations(from[index] ?? null, item, `${path}/${index}`)
  } else yield { op: 'replace', path, value: to }
}

function* mapOperations(from: ValueMap, to: ValueMap, path: string): Generator<ValueMap> {
  for (const [key, value] of Object.entries(from)) {
    const place = `${path}/${escaped(key)}`
    const wanted = own(to, key)
    if (wanted === undefined) yield { op: 'remove', path: place }
    else yield* operations(value, wanted, place)
  }
  for (const [key, value] of Object.entries(to)) {
    if (!Object.hasOwn(from, key)) yield { op: 'add', path: `${path}/${escaped(key)}`, value }
  }
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
