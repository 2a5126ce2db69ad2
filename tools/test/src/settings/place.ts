import { isObject } from '@thanos-fleet/json'
import type { Step } from './settings.ts'
import { keyFor, smallest } from './values.ts'
import { propertiesOf, type Schema, variantOf } from './schema.ts'

/**
 * Writes a value at a setting. What the document has on the way is kept where it is of the right form; the rest is the
 * least that the schema asks for. Of a list the first item is meant, and the first entry of a mapping with free keys.
 *
 * @returns a new document, which shares its other parts with the old one
 */
export function place(document: unknown, steps: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  const { within, into } = step
  if (into === 'item') {
    const [first, ...others] = Array.isArray(document) ? document : []
    return [place(first, rest, value), ...others]
  }
  const fits = isObject(document) && (variantOf(within) ?? document['type']) === document['type']
  const mapping = fits ? document : startOf(within, into)
  const key = into === 'entry' ? (Object.keys(mapping)[0] ?? keyFor(within)) : into.key
  return alone(within, key, { ...mapping, [key]: place(mapping[key], rest, value) })
}

function startOf(within: Schema, into: Step['into']): Record<string, unknown> {
  const least = into === 'entry' ? {} : smallest(within)
  return isObject(least) ? least : {}
}

/** Of keys that exclude each other, the given one. */
function alone(within: Schema, key: string, mapping: Record<string, unknown>): Record<string, unknown> {
  const { required = [], maxProperties = Infinity } = within
  if (Object.keys(mapping).length <= maxProperties) return mapping
  const kept = [key, ...required]
  return Object.fromEntries(
    propertiesOf(within).flatMap(([name]) => (kept.includes(name) ? [[name, mapping[name]]] : [])),
  )
}
