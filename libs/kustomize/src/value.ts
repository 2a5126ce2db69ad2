import type { KubeObject } from '@thanos-fleet/kubernetes'

/** A JSON value that may be changed in place. */
export type Value = null | boolean | number | string | Value[] | ValueMap

export interface ValueMap {
  [key: string]: Value
}

/** An object as plain JSON, as Kustomize keeps it: without `undefined`. It shares parts with the object: read only. */
export function plainObject(object: KubeObject): ValueMap {
  return withoutEmptyAnnotations(plainMap(object))
}

const plainObjects = new WeakMap<KubeObject, ValueMap>()

/** The same, remembered: for the objects of a base, from which many overlays are made. */
export function knownPlainObject(object: KubeObject): ValueMap {
  let plain = plainObjects.get(object)
  if (plain === undefined) {
    plain = plainObject(object)
    plainObjects.set(object, plain)
  }
  return plain
}

/** Kustomize drops an empty map of annotations wherever it reads one, but no other empty map. */
function withoutEmptyAnnotations(object: ValueMap): ValueMap {
  const metadata = object['metadata']
  if (!isMap(metadata) || !isMap(metadata['annotations'])) return object
  if (Object.keys(metadata['annotations']).length > 0) return object
  const { annotations: _, ...rest } = metadata
  return { ...object, metadata: rest }
}

/** Whether a value is JSON through and through already, so that it need not be copied. */
function isPlain(value: unknown): value is Value {
  if (typeof value !== 'object' || value === null) {
    return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  }
  return Array.isArray(value) ? value.every(isPlain) : isPlainMap(value)
}

function isPlainMap(source: object): source is ValueMap {
  return Object.values(source).every(isPlain)
}

function plainMap(source: object): ValueMap {
  if (isPlainMap(source)) return source
  const map: ValueMap = {}
  for (const [key, item] of Object.entries(source) as [string, unknown][]) {
    if (item !== undefined) map[key] = plainValue(item)
  }
  return map
}

function plainValue(value: unknown): Value {
  if (isPlain(value)) return value
  if (Array.isArray(value)) return value.map((item: unknown) => plainValue(item ?? null))
  if (typeof value === 'object' && value !== null) return plainMap(value)
  throw new TypeError(`not a JSON value: ${typeof value}`)
}

/** Parsed YAML as an object, undefined where it is none or holds what is no JSON. */
export function asObjectMap(value: unknown): ValueMap | undefined {
  return isPlain(value) && isMap(value) ? value : undefined
}

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a key: not what every object inherits, as that of a label called `constructor`. */
export function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

/** True for anything but a missing value and null. */
export function isSet(value: Value | undefined): value is Exclude<Value, null> {
  return value !== undefined && value !== null
}

/** A deep copy. */
export function clone<T extends Value>(value: T): T
export function clone(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => clone(item))
  if (!isMap(value)) return value
  const copy: ValueMap = {}
  for (const key in value) copy[key] = clone(value[key] ?? null)
  return copy
}

/** Deep equality; the order of a map's keys has no meaning, that of a list's items has. */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && equalLists(a, b)
  return !Array.isArray(b) && equalMaps(a, b)
}

function equalLists(a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!equal(a[index], b[index])) return false
  return true
}

function equalMaps(a: ValueMap, b: ValueMap): boolean {
  let count = 0
  for (const key in a) {
    // No value of a map is undefined, so a key that `b` lacks makes a difference here too.
    if (!equal(a[key], own(b, key))) return false
    count++
  }
  for (const _ in b) count--
  return count === 0
}

/** How many lines a value takes in YAML, roughly: its scalars. */
export function size(value: Value): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + size(item), value.length === 0 ? 1 : 0)
  if (!isMap(value)) return 1
  const items = Object.values(value)
  return items.reduce<number>((sum, item) => sum + size(item), items.length === 0 ? 1 : 0)
}
