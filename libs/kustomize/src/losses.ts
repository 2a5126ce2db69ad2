import type { KubeObject } from '@thanos-fleet/kubernetes'
import { listLosses } from './list-losses.ts'
import { MergeError } from './merge-error.ts'
import { merged } from './merge.ts'
import { schemaOf, typeNamed } from './schema.ts'
import type { FieldSchema, TypeSchema } from './schema-types.ts'
import { equal, isMap, isSet, knownPlainObject, own, type Value, type ValueMap } from './value.ts'

/** A list of an object that a patch makes lose entries, or fields of entries, without saying so. */
export interface Loss {
  /** Where the patch says the list; for one that it does not say, the nearest thing above it. */
  path: (string | number)[]
  /** The list as messages name it, `spec.template.spec.containers[prometheus].args`. */
  list: string
  /** What is missing after the patch. */
  lost: string[]
}

/** What Kustomize makes of an object by a strategic merge patch. */
export interface Patched {
  /** Undefined if the patch deletes the object, and where Kustomize refuses it. */
  object: ValueMap | undefined
  losses: Loss[]
  /** Why Kustomize refuses the patch, or makes something else of it than it says; undefined if it does not. */
  refusal: Refusal | undefined
}

/** A value of the patch that the object cannot take. */
export interface Refusal {
  /** In the patch. */
  path: (string | number)[]
  /** What the object has there; completes "spec.template is …". */
  is: string
}

/**
 * Applies a patch as Kustomize would, and finds what it makes lists lose.
 *
 * Kustomize replaces lists without merge keys as a whole, and every list of a custom resource: whoever writes one entry
 * loses the others. What a patch deletes in words is no loss: `$patch: delete`, `$patch: replace` and null.
 *
 * @param object the object before the patch; read only
 * @param patch the patch's document as plain data; read only
 */
export function patched(object: KubeObject, patch: ValueMap): Patched {
  const before = knownPlainObject(object)
  const { after, refusal } = result(before, patch)
  const losses: Loss[] = []
  const { apiVersion, kind } = before
  const fields = typeof apiVersion === 'string' && typeof kind === 'string' ? schemaOf(apiVersion, kind) : undefined
  mapLosses({ before, after, patch }, fields, { path: [], name: '' }, losses)
  return { object: after, losses, refusal }
}

function result(before: ValueMap, patch: ValueMap): { after?: ValueMap; refusal?: Refusal } {
  try {
    const after = merged(before, patch, undefined)
    return isMap(after) ? { after: withIdentityOf(before, after) } : {}
  } catch (error) {
    if (error instanceof MergeError) return { refusal: { path: error.path, is: error.message } }
    throw error
  }
}

/** Kustomize gives a patched object its name and namespace back, whatever the patch made of its metadata. */
function withIdentityOf(before: ValueMap, after: ValueMap): ValueMap {
  const { name, namespace } = metadataOf(before)
  const metadata = metadataOf(after)
  return {
    ...after,
    metadata: {
      ...metadata,
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
    },
  }
}

function metadataOf({ metadata }: ValueMap): ValueMap {
  return isMap(metadata) ? metadata : {}
}

/** A part of the object before and after the patch, and the patch's part for it. After may be unknown. */
interface Part<T> {
  before: T
  after: T | undefined
  patch: T | undefined
}

interface Place {
  /** In the patch. */
  path: (string | number)[]
  name: string
}

function mapLosses(
  { before, after, patch }: Part<ValueMap>,
  fields: TypeSchema | undefined,
  place: Place,
  losses: Loss[],
): void {
  if (isExplicit(patch)) return
  for (const [key, value] of Object.entries(before)) {
    const said = patch && own(patch, key)
    if (said === null) continue
    const name = place.name === '' ? key : `${place.name}.${key}`
    const below = { path: said === undefined ? place.path : [...place.path, key], name }
    valueLosses(
      { before: value, after: after && own(after, key), patch: said },
      fields && own(fields, key),
      below,
      losses,
    )
  }
}

function isExplicit(patch: ValueMap | undefined): boolean {
  return patch?.['$patch'] === 'delete' || patch?.['$patch'] === 'replace'
}

function valueLosses(part: Part<Value>, schema: FieldSchema | undefined, place: Place, losses: Loss[]): void {
  const { before, after, patch } = part
  if (isMap(before)) {
    const maps = { before, after: isMap(after) ? after : undefined, patch: isMap(patch) ? patch : undefined }
    mapLosses(maps, typeNamed(schema?.of), place, losses)
  } else if (Array.isArray(before)) {
    const lists = {
      before,
      after: Array.isArray(after) ? after : undefined,
      patch: Array.isArray(patch) ? patch : undefined,
    }
    if (schema?.merge !== undefined) keyedLosses(lists, schema.merge, typeNamed(schema.of), place, losses)
    else if (lists.patch !== undefined) {
      const lost = listLosses(before, lists.patch, place.name)
      if (lost.length > 0) losses.push({ path: place.path, list: place.name, lost })
    }
  }
}

/** Lists that are merged by key lose an entry only in words, save by oddities of Kustomize (see README.md). */
function keyedLosses(
  { before, after, patch }: Part<Value[]>,
  keys: readonly string[],
  fields: TypeSchema | undefined,
  place: Place,
  losses: Loss[],
): void {
  if (patch?.some((item) => isMap(item) && isListDirective(item)) === true) return
  const lost: string[] = []
  const left = after === undefined ? undefined : [...after]
  for (const item of before) {
    const name = `${place.name}[${identity(item, keys)}]`
    const index = patch?.findIndex((other) => isSame(item, other, keys)) ?? -1
    const said = patch?.[index]
    if (isMap(said) && isExplicit(said)) continue
    const rest = left === undefined ? undefined : take(left, item, keys)
    if (left !== undefined && rest === undefined) lost.push(name)
    if (!isMap(item)) continue
    const maps = { before: item, after: isMap(rest) ? rest : undefined, patch: isMap(said) ? said : undefined }
    mapLosses(maps, fields, { path: said === undefined ? place.path : [...place.path, index], name }, losses)
  }
  if (lost.length > 0) losses.push({ path: place.path, list: place.name, lost })
}

/** Takes an item out of a list: the same one, or the one with the same keys. */
function take(list: Value[], item: Value, keys: readonly string[]): Value | undefined {
  const same = list.findIndex((other) => equal(item, other))
  const index = same >= 0 ? same : list.findIndex((other) => isSame(item, other, keys))
  return index < 0 ? undefined : list.splice(index, 1)[0]
}

function isListDirective(item: ValueMap): boolean {
  return isExplicit(item) && Object.keys(item).length === 1
}

function identity(item: Value, keys: readonly string[]): string {
  if (!isMap(item)) return String(item)
  return keys.flatMap((key) => (isSet(item[key]) ? [String(item[key])] : [])).join('/')
}

/** Whether an item has the keys of another one; keys that either lacks are not compared, if one is left. */
function isSame(item: Value, other: Value, keys: readonly string[]): boolean {
  if (!isMap(item) || !isMap(other)) return String(item) === String(other)
  const shared = keys.filter((key) => isSet(item[key]) && isSet(other[key]))
  return shared.length > 0 && shared.every((key) => String(item[key]) === String(other[key]))
}
