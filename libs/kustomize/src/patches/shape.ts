import type { Value, ValueMap } from '../value.ts'
import { isMap } from '../value.ts'

/** What a value may be, learnt from examples: any of what they were. */
export interface Shape {
  /** Types of scalars: `string`, `number`, `boolean`. */
  readonly scalars: Set<string>
  /** Fields of a mapping; undefined if it never was one. */
  fields: Map<string, Shape> | undefined
  /** Entries of a list; undefined if it never was one. */
  entries: Shape | undefined
}

/** A value of a patch that no example is like. */
export interface Mismatch {
  path: (string | number)[]
  /** What it is in the examples, `a list`. */
  is: string
  /** What the patch has. */
  has: string
}

/** Integers and percentages, numbers and names of ports. Source: IntOrString in the API reference of Kubernetes. */
const numberOrText: ReadonlySet<string> = new Set(['port', 'targetPort', 'maxUnavailable', 'minAvailable', 'maxSurge'])

/** Mappings whose values are quantities, which may be written as numbers. */
const quantities: ReadonlySet<string> = new Set([
  'requests',
  'limits',
  'capacity',
  'sizeLimit',
  'averageValue',
  'divisor',
])

/** Mappings of which every value is a text, whatever its key. */
const texts: ReadonlySet<string> = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'nodeSelector',
  'data',
  'binaryData',
])

export function emptyShape(): Shape {
  return { scalars: new Set(), fields: undefined, entries: undefined }
}

/** Takes a value as an example. */
export function learn(shape: Shape, value: Value): void {
  if (Array.isArray(value)) {
    const entries = (shape.entries ??= emptyShape())
    for (const entry of value) learn(entries, entry)
  } else if (isMap(value)) {
    const fields = (shape.fields ??= new Map())
    for (const [key, field] of Object.entries(value)) {
      const known = fields.get(key) ?? emptyShape()
      fields.set(key, known)
      learn(known, field)
    }
  } else if (value !== null) shape.scalars.add(typeof value)
}

/**
 * The first value of a patch that is of another type than in all examples. Fields that no example has may be anything.
 *
 * @param strict whether types of scalars count; they do where Kubernetes' own types are known
 */
export function mismatch(shape: Shape, patch: Value, strict: boolean, key = ''): Mismatch | undefined {
  if (patch === null) return undefined
  if (Array.isArray(patch)) {
    return shape.entries === undefined ? differs(shape, patch) : entryMismatch(shape.entries, patch, strict)
  }
  if (isMap(patch)) return shape.fields === undefined ? differs(shape, patch) : fieldMismatch(shape, patch, strict, key)
  if (shape.scalars.has(typeof patch)) return undefined
  const loose = !strict || numberOrText.has(key) || quantities.has(key)
  return loose && shape.scalars.size > 0 ? undefined : differs(shape, patch)
}

function entryMismatch(entries: Shape, patch: Value[], strict: boolean): Mismatch | undefined {
  for (const [index, entry] of patch.entries()) {
    // Kustomize cannot follow references through an entry that is null.
    const found = entry === null ? differs(entries, null) : mismatch(entries, entry, strict)
    if (found !== undefined) return { ...found, path: [index, ...found.path] }
  }
  return undefined
}

function fieldMismatch({ fields }: Shape, patch: ValueMap, strict: boolean, parent: string): Mismatch | undefined {
  for (const [key, value] of Object.entries(patch)) {
    if (key === '$patch') continue
    const known = texts.has(parent) ? text : fields?.get(key)
    if (known === undefined) continue
    const found = mismatch(known, value, strict || known === text, quantities.has(parent) ? parent : key)
    if (found !== undefined) return { ...found, path: [key, ...found.path] }
  }
  return undefined
}

const text: Shape = { scalars: new Set(['string']), fields: undefined, entries: undefined }

/** Nothing to say of a field that was empty wherever it was seen. */
function differs({ scalars, fields, entries }: Shape, patch: Value): Mismatch | undefined {
  const known = [
    ...(fields === undefined ? [] : ['a mapping']),
    ...(entries === undefined ? [] : ['a list']),
    ...[...scalars].map((type) => `a ${type}`),
  ]
  return known.length === 0 ? undefined : { path: [], is: known.join(' or '), has: described(patch) }
}

function described(value: Value): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return isMap(value) ? 'a mapping' : `a ${typeof value}`
}
