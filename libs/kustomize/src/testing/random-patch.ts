import type { KubeObject } from '@thanos-fleet/kubernetes'
import { withIdentity } from '../patch.ts'
import { schemaOf, typeNamed } from '../schema.ts'
import type { FieldSchema, TypeSchema } from '../schema-types.ts'
import { clone, isMap, plainObject, type Value, type ValueMap } from '../value.ts'
import { trapTexts } from './values.ts'

/** Gives the next number of a random series, below the limit. */
export type Choose = (limit: number) => number

/** Numbers in turn, from the beginning again after the last. */
export function chooser(numbers: readonly number[]): Choose {
  let position = 0
  return (limit) => (numbers[position++ % numbers.length] ?? 0) % limit
}

/** A strategic merge patch of the kinds that people write, and of some that they should not, for an object. */
export function randomPatch(object: KubeObject, choose: Choose): ValueMap {
  const plain = plainObject(object)
  const identity = withIdentity(plain, {})
  if (choose(40) === 0) return { ...identity, $patch: 'delete' }
  const { apiVersion: _, kind: __, ...fields } = plain
  const { name, namespace, ...metadata } = isMap(plain['metadata']) ? plain['metadata'] : {}
  const change = mapPatch({ ...fields, metadata }, schemaOf(object.apiVersion, object.kind), choose)
  return withIdentity({ ...plain, metadata: { ...metadata, ...kept({ name, namespace }) } }, change)
}

function kept(fields: Record<string, Value | undefined>): ValueMap {
  const map: ValueMap = {}
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) map[key] = value
  return map
}

function mapPatch(map: ValueMap, type: TypeSchema | undefined, choose: Choose): ValueMap {
  const patch: ValueMap = {}
  const keys = Object.keys(map)
  for (let count = 1 + choose(2); count > 0 && keys.length > 0; count--) {
    const key = keys[choose(keys.length)] ?? ''
    patch[key] = valuePatch(map[key] ?? null, type?.[key], choose)
  }
  if (choose(6) === 0) patch[`new${choose(3)}`] = newValue(choose)
  return patch
}

function valuePatch(value: Value, schema: FieldSchema | undefined, choose: Choose): Value {
  const kind = choose(30)
  if (kind === 0) return null
  if (kind === 1) return newValue(choose)
  if (isMap(value)) return mapChange(value, schema, choose)
  if (Array.isArray(value))
    return schema?.merge === undefined ? listChange(value, choose) : keyedChange(value, schema, choose)
  return scalarChange(value, choose)
}

function mapChange(map: ValueMap, schema: FieldSchema | undefined, choose: Choose): Value {
  const kind = choose(20)
  if (kind === 0) return { $patch: 'delete' }
  if (kind === 1) return { $patch: 'replace', ...clone(map), ...mapPatch(map, typeNamed(schema?.of), choose) }
  if (kind === 2) return {}
  if (kind === 3) return Object.fromEntries(Object.keys(map).map((key) => [key, null]))
  return mapPatch(map, typeNamed(schema?.of), choose)
}

/** A list that is replaced as a whole: longer, shorter, turned round. */
function listChange(list: Value[], choose: Choose): Value {
  const kind = choose(5)
  if (kind === 0) return list.slice(1)
  if (kind === 1) return list.toReversed()
  if (kind === 2) return []
  return [...clone(list), ...(choose(2) === 0 ? list.slice(0, 1) : [newValue(choose)])]
}

function keyedChange(list: Value[], { merge = [], of }: FieldSchema, choose: Choose): Value {
  const kind = choose(16)
  if (kind === 0) return [{ $patch: 'replace' }, ...clone(list.slice(0, 1))]
  if (kind === 1) return [{ $patch: 'delete' }]
  if (kind === 2) return []
  if (kind === 3) return clone(list)
  const patch: Value[] = []
  for (let count = 1 + choose(2); count > 0; count--) {
    const item = list[choose(Math.max(list.length, 1))]
    if (item === undefined || choose(8) === 0) patch.push(newItem(item, merge, choose))
    else if (isMap(item)) patch.push(itemChange(item, merge, typeNamed(of), choose))
    else patch.push(item)
  }
  return patch
}

function itemChange(item: ValueMap, keys: readonly string[], type: TypeSchema | undefined, choose: Choose): ValueMap {
  // The first key alone may not tell an item from its twin, as a port without its protocol.
  const named = kept(Object.fromEntries((choose(4) === 0 ? keys.slice(0, 1) : keys).map((key) => [key, item[key]])))
  const kind = choose(8)
  if (kind === 0) return { ...named, $patch: 'delete' }
  if (kind === 1) return { ...named, $patch: 'replace', ...mapPatch(item, type, choose) }
  return kind === 2 ? named : { ...mapPatch(item, type, choose), ...named }
}

function newItem(like: Value | undefined, keys: readonly string[], choose: Choose): Value {
  if (keys.length === 0 || (like !== undefined && !isMap(like))) return `new${choose(3)}`
  const names = keys.map((key): [string, Value] => [key, key.endsWith('ort') ? 9000 + choose(9) : `new${choose(3)}`])
  return { ...(like === undefined || choose(2) === 0 ? {} : clone(like)), ...Object.fromEntries(names) }
}

function scalarChange(value: Value, choose: Choose): Value {
  if (choose(8) === 0) return newScalar(choose)
  if (typeof value === 'number') return value + 1 + choose(9)
  if (typeof value === 'boolean') return !value
  return choose(3) === 0 ? `${String(value)}x` : (trapTexts[choose(trapTexts.length)] ?? '')
}

function newScalar(choose: Choose): Value {
  const kind = choose(4)
  if (kind === 0) return choose(100)
  return kind === 1 ? choose(2) === 0 : (trapTexts[choose(trapTexts.length)] ?? '')
}

function newValue(choose: Choose): Value {
  const kind = choose(8)
  if (kind === 0) return { a: newScalar(choose), b: null, c: { d: newScalar(choose) } }
  if (kind === 1) return [{ name: newScalar(choose), x: null }, { name: newScalar(choose) }]
  return kind === 2 ? [newScalar(choose)] : newScalar(choose)
}
