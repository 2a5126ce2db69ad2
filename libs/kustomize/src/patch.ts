import { MergeError } from './merge-error.ts'
import { merged } from './merge.ts'
import { keyedListPatch } from './patch-list.ts'
import { type Express, impossible, mapPatch, same } from './piece.ts'
import { schemaOf, typeNamed } from './schema.ts'
import type { FieldSchema } from './schema-types.ts'
import { remembered } from './shared.ts'
import { equal, isMap, isSet, size, own, type Value, type ValueMap } from './value.ts'

/**
 * The smallest natural strategic merge patch that turns one object into another of the same kind and name, proven
 * against the model of Kustomize's merge.
 *
 * @returns undefined when no strategic merge patch can say it
 */
export const strategicPatch = remembered((from: ValueMap, to: ValueMap): ValueMap | undefined => {
  const { apiVersion, kind } = from
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion !== to['apiVersion']) return undefined
  const fields = schemaOf(apiVersion, kind)
  for (const express of [hopeful, careful]) {
    const piece = mapPatch(from, to, (key) => fields && own(fields, key), express)
    if (piece.kind === 'same') return {}
    if (piece.kind === 'patch' && isMap(piece.value) && yields(from, withIdentity(from, piece.value), to, undefined)) {
      return piece.value
    }
  }
  return undefined
})

/** The patch with the identity of its target, as Kustomize wants it in the body. */
export const withIdentity = remembered((target: ValueMap, patch: ValueMap): ValueMap => {
  const { apiVersion = null, kind = null, metadata } = target
  const { name = null, namespace } = isMap(metadata) ? metadata : {}
  const { metadata: changes, ...rest } = patch
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...(isMap(changes) ? changes : {}) },
    ...rest,
  }
})

const hopeful: Express = (from, to, schema) => {
  if (equal(from, to)) return same
  const value = candidates(from, to, schema, hopeful).next().value
  return value === undefined ? impossible : { kind: 'patch', value }
}

const careful: Express = (from, to, schema) => {
  if (equal(from, to) && yields(from, undefined, to, schema)) return same
  for (const value of candidates(from, to, schema, careful)) {
    if (yields(from, value, to, schema)) return { kind: 'patch', value }
  }
  return impossible
}

/** DataPaths to say the change in a patch, the most natural first. */
function* candidates(
  from: Value | undefined,
  to: Value | undefined,
  schema: FieldSchema | undefined,
  express: Express,
): Generator<Value, undefined> {
  if (to === undefined) yield null
  else if (!isSet(from)) yield to
  else if (isMap(from) && isMap(to)) yield* mapCandidates(from, to, schema, express)
  else if (Array.isArray(from) && Array.isArray(to) && schema?.merge !== undefined) {
    const whole: Value = [{ $patch: 'replace' }, ...to]
    const piece = keyedListPatch(from, to, schema.merge, schema.of, express)
    if (piece !== undefined && size(piece) <= size(whole)) yield piece
    yield whole
  } else yield to
  return undefined
}

function* mapCandidates(
  from: ValueMap,
  to: ValueMap,
  schema: FieldSchema | undefined,
  express: Express,
): Generator<Value, undefined> {
  const fields = typeNamed(schema?.of)
  const piece = mapPatch(from, to, (key) => fields && own(fields, key), express)
  const whole: ValueMap = { $patch: 'replace', ...to }
  if (piece.kind === 'patch' && size(piece.value) <= 2 * size(whole)) yield piece.value
  yield whole
  return undefined
}

/** Whether Kustomize makes `to` of `from` with this patch, as far as the model knows. */
function yields(
  from: Value | undefined,
  patch: Value | undefined,
  to: Value | undefined,
  schema: FieldSchema | undefined,
): boolean {
  try {
    return equal(merged(from, patch, schema), to)
  } catch (error) {
    if (error instanceof MergeError) return false
    throw error
  }
}
