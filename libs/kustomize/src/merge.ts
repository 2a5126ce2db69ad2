import { takeListDirective } from './element.ts'
import { located, MergeError } from './merge-error.ts'
import { mergeKeyedLists } from './merge-list.ts'
import { schemaOf, typeNamed } from './schema.ts'
import type { FieldSchema, TypeSchema } from './schema-types.ts'
import { isPlain, takesStyleOf } from './yaml-scalar.ts'
import { clone, isMap, isSet, own, type Value, type ValueMap } from './value.ts'

/**
 * Kustomize's strategic merge as an executable model, so that every patch is proven before it is written.
 *
 * It follows sigs.k8s.io/kustomize/kyaml v0.21.1 (packages yaml/walk and yaml/merge2), oddities included: a patch
 * walks the whole object, not only what it names, so a list whose items share a merge key is damaged by any patch; and
 * a subtree that the patch adds is merged with itself. Source of truth are the tests against the real binary.
 */

/** What Kustomize makes of `target` and a patch; undefined when the patch deletes it. @throws MergeError */
export function merged(
  target: Value | undefined,
  patch: Value | undefined,
  schema: FieldSchema | undefined,
): Value | undefined {
  return walk(target && clone(target), patch && clone(patch), schema)
}

/**
 * Merges one node. Missing is `undefined`, an explicit null is `null`.
 * @returns undefined when the field goes, null when an explicit null of the target stays
 */
function walk(target: Value | undefined, patch: Value | undefined, schema: FieldSchema | undefined): Value | undefined {
  const first = isSet(target) ? target : patch
  if (!isSet(first)) return patch === undefined ? target : undefined
  if (isMap(first)) return walkMap(asMap(target, first), asMap(patch, first), schema)
  if (Array.isArray(first)) return walkList(asList(target, first), asList(patch, first), schema)
  if (isMap(patch) || Array.isArray(patch)) throw new MergeError(meeting(first, patch))
  // Kustomize keeps the quotes of the old value, so that a number in its place would become a string.
  if (typeof target === 'string' && isSet(patch) && typeof patch !== 'string' && !isPlain(target)) {
    throw new MergeError('a string in quotes, which Kustomize keeps around the number or boolean of the patch')
  }
  if (typeof target === 'string' && typeof patch === 'string' && !takesStyleOf(patch, target)) {
    throw new MergeError('a string of several lines, which Kustomize cannot replace by one that starts with a tab')
  }
  return patch === undefined ? target : (patch ?? undefined)
}

function walkMap(
  target: ValueMap | null | undefined,
  patch: ValueMap | null | undefined,
  schema: FieldSchema | undefined,
): Value | undefined {
  const directive = isSet(patch) ? takeDirective(patch) : undefined
  if (directive === 'delete') return undefined
  if (!isSet(target) && patch === undefined) return target
  if (patch === null) return undefined
  const result = directive === 'replace' || !isSet(target) ? patch : target
  if (!isSet(result)) return undefined
  const type =
    typeNamed(schema?.of) ?? (schema === undefined ? (embeddedType(target) ?? embeddedType(patch)) : undefined)
  let key = ''
  try {
    for (key of new Set([...Object.keys(result), ...Object.keys(patch ?? {})])) {
      const value = walk(own(result, key), patch && own(patch, key), type && own(type, key))
      if (value === undefined) Reflect.deleteProperty(result, key)
      else result[key] = value
    }
  } catch (error) {
    throw located(error, key)
  }
  return result
}

/** An object inside an object of unknown kind is merged by its own kind. */
function embeddedType(value: ValueMap | null | undefined): TypeSchema | undefined {
  if (!isSet(value)) return undefined
  const { apiVersion, kind } = value
  return typeof apiVersion === 'string' && typeof kind === 'string' ? schemaOf(apiVersion, kind) : undefined
}

function walkList(
  target: Value[] | null | undefined,
  patch: Value[] | null | undefined,
  schema: FieldSchema | undefined,
): Value | undefined {
  if (schema?.merge === undefined) return patch === undefined ? target : (patch ?? undefined)
  if (patch === null) return undefined
  let result = target ?? patch
  if (!isSet(result)) return undefined
  if (isSet(target) && isSet(patch)) {
    const directive = takeListDirective(patch)
    if (directive === 'delete') return undefined
    if (directive === 'replace') result = patch
  }
  const items = schema.of === undefined ? undefined : { of: schema.of }
  const other = isSet(target) ? patch : result
  return mergeKeyedLists(result, other, schema.merge, (item, change) => {
    try {
      return walk(item, change, items)
    } catch (error) {
      throw located(error, change === undefined ? 0 : (patch?.indexOf(change) ?? 0))
    }
  })
}

function takeDirective(patch: ValueMap): Value | undefined {
  const directive = patch['$patch']
  delete patch['$patch']
  return directive
}

function asMap(value: Value | undefined, first: Value): ValueMap | null | undefined {
  if (!isSet(value) || isMap(value)) return value
  throw new MergeError(meeting(first, value))
}

function asList(value: Value | undefined, first: Value): Value[] | null | undefined {
  if (!isSet(value) || Array.isArray(value)) return value
  throw new MergeError(meeting(first, value))
}

/** Completes "… is": what the object has and the patch does not. */
function meeting(target: Value, patch: Value): string {
  return `${described(target)}, and the patch has ${described(patch)}`
}

function described(value: Value): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return isMap(value) ? 'a mapping' : `a ${typeof value}`
}
