import fc from 'fast-check'
import {
  entriesOf,
  formsOf,
  isContainer,
  isSchema,
  itemsOf,
  propertiesOf,
  type Schema,
  variantOf,
} from '../settings/schema.ts'
import { valuesOf } from '../settings/values.ts'
import { agreed } from './agreements.ts'
import { meaningOf } from './meanings.ts'

const absent = Symbol('absent')

/** Optional keys that are never left out: nearly every cluster needs one, or the kinds of its parts are many. */
const usual = new Set(['objectStore', 'receivers', 'ingress'])

/**
 * Any document that a schema allows by its form, with or without each of its optional parts.
 * @param name of the setting that the schema is of, as `settingsOf` names them
 */
export function documents(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  const meaning = meaningOf(name)
  if (meaning !== undefined) return meaning
  const forms = formsOf(schema).map((form) => ({
    weight: isContainer(form) ? 3 : 1,
    arbitrary: valuesOfForm(form, name),
  }))
  return fc.oneof(...forms).map((value) => agreed(name, value))
}

function valuesOfForm(form: Schema, name: string): fc.Arbitrary<unknown> {
  const variant = variantOf(form)
  const named = variant === undefined ? name : `${name}(${variant})`
  const [items, entries] = [itemsOf(form), entriesOf(form)]
  if (items !== undefined)
    return fc.array(documents(items, `${named}[]`), { minLength: form.minItems ?? 0, maxLength: 3 })
  if (form.properties !== undefined) return mappings(form, named)
  if (entries !== undefined) return fc.dictionary(keys(form, named), documents(entries, `${named}.*`), { maxKeys: 3 })
  return scalars(form)
}

function mappings(form: Schema, name: string): fc.Arbitrary<unknown> {
  const { required = [], minProperties = 0, maxProperties } = form
  const below = propertiesOf(form).map(([key, schema]) => {
    return { key, value: documents(schema, name === '' ? key : `${name}.${key}`) }
  })
  const always = below.filter(({ key }) => required.includes(key))
  const others = below.filter(({ key }) => !required.includes(key))
  if (maxProperties !== undefined && maxProperties === minProperties) {
    return fc.oneof(...others.map((other) => together([...always, other])))
  }
  return together([
    ...always,
    ...others.map(({ key, value }) => ({ key, value: usual.has(key) ? value : perhaps(value, name === '') })),
  ])
}

/** Sections are more often left out than settings in them. */
function perhaps(value: fc.Arbitrary<unknown>, isSection: boolean): fc.Arbitrary<unknown> {
  const nothing = { weight: isSection ? 3 : 2, arbitrary: fc.constant<unknown>(absent) }
  return fc.oneof(nothing, { weight: isSection ? 2 : 1, arbitrary: value })
}

function together(parts: readonly { key: string; value: fc.Arbitrary<unknown> }[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(...parts.map(({ value }) => value))
    .map((values) =>
      Object.fromEntries(parts.flatMap(({ key }, index) => (values[index] === absent ? [] : [[key, values[index]]]))),
    )
}

function keys(form: Schema, name: string): fc.Arbitrary<string> {
  const known = meaningOf(`${name}.`)
  if (known !== undefined) return known.map(String)
  const { propertyNames } = form
  return scalars({ type: 'string', ...(isSchema(propertyNames) ? propertyNames : {}) }).map(String)
}

/** Values that are known to mean something more often than any that the form allows. */
function scalars(form: Schema): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...valuesOf(form))
  const any = anyOf(form)
  return any === undefined ? known : fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: any })
}

function anyOf({ type, pattern, maxLength = 300, minimum, maximum, const: constant, enum: listed }: Schema) {
  if (constant !== undefined || listed !== undefined) return undefined
  if (type === 'integer') return fc.integer({ min: minimum ?? 0, max: Math.min(maximum ?? 1000, 2 ** 31 - 1) })
  if (type === 'string' && pattern === undefined) return fc.string({ maxLength: 40 })
  if (pattern === undefined) return undefined
  const form = new RegExp(pattern)
  // Texts are made by a pattern without its assertions, and checked against all of it.
  const plain = new RegExp(pattern.replaceAll(/\(\?[=!][^)]*\)/g, ''))
  return fc.stringMatching(plain, { size: 'small' }).filter((text) => form.test(text) && text.length <= maxLength)
}
