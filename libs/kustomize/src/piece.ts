import type { FieldSchema } from './schema-types.ts'
import { own, type Value, type ValueMap } from './value.ts'

/** The outcome of looking for a patch: nothing to do, something to write, or no strategic merge says it. */
export type Piece = { kind: 'same' } | { kind: 'patch'; value: Value } | { kind: 'impossible' }

export const same: Piece = { kind: 'same' }
export const impossible: Piece = { kind: 'impossible' }

/**
 * Finds the piece of a patch for one field.
 * @param careful check each candidate against the model of the merge and look further when it fails. Without it the
 *   natural candidate is taken unseen, which is nearly always right and much faster; the caller checks the whole.
 */
export type Express = (from: Value | undefined, to: Value | undefined, schema: FieldSchema | undefined) => Piece

/** The changes of a map, field by field. */
export function mapPatch(
  from: ValueMap,
  to: ValueMap,
  schemaOfField: (key: string) => FieldSchema | undefined,
  express: Express,
): Piece {
  const patch: ValueMap = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const piece = express(own(from, key), own(to, key), schemaOfField(key))
    if (piece.kind === 'impossible') return impossible
    if (piece.kind === 'patch') patch[key] = piece.value
  }
  return Object.keys(patch).length === 0 ? same : { kind: 'patch', value: patch }
}
