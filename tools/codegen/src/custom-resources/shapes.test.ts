import { describe, expect, it } from 'vitest'
import type { Schema } from './schema.ts'
import { Shapes } from './shapes.ts'

const typeOf = (schema: Schema) => new Shapes().typeOf(schema, 'field')
const text: Schema = { type: 'string' }

/** The types of one root, resolved. */
function resolved(schema: Schema): Record<string, string> {
  const shapes = new Shapes()
  return Object.fromEntries(shapes.resolve(new Map([['Spec', shapes.typeOf(schema, 'spec')]])))
}

describe('a value', () => {
  it.each<[string, Schema, string]>([
    ['a choice', { type: 'string', enum: ['A', "it's"] }, `'A' | 'it\\'s'`],
    ['a number or a text', { 'x-kubernetes-int-or-string': true }, 'number | string'],
    ['an integer', { type: 'integer' }, 'number'],
    ['a list of choices', { type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, `('a' | 'b')[]`],
    ['a map', { type: 'object', additionalProperties: text }, 'Record<string, string>'],
    [
      'an object with anything in it',
      { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      'Record<string, Json>',
    ],
    ['anything at all', { 'x-kubernetes-preserve-unknown-fields': true }, 'Json'],
  ])('that is %s', (_, schema, type) => {
    expect(typeOf(schema)).toBe(type)
  })
})

describe('an object', () => {
  it('needs what is required, unless the API server has a default for it', () => {
    const properties = { name: text, mode: { ...text, default: 'a' }, 'rp-id': text }
    expect(resolved({ type: 'object', properties, required: ['name', 'mode'] })).toEqual({
      Spec: `{\nname: string\nmode?: string | undefined\n'rp-id'?: string | undefined\n}`,
    })
  })

  it('is named when it occurs more than once, and written in its place otherwise', () => {
    const shared: Schema = { type: 'object', properties: { a: text, b: text }, required: ['a', 'b'] }
    const single: Schema = { type: 'object', properties: { c: text }, required: ['c'] }
    const types = resolved({
      type: 'object',
      properties: { one: shared, two: shared, three: single },
      required: ['one', 'two', 'three'],
    })
    expect(types['One']).toBe('{\na: string\nb: string\n}')
    expect(types['Spec']).toBe('{\none: One\ntwo: One\nthree: {\nc: string\n}\n}')
  })

  it('never takes the name of a type that is imported', () => {
    const shared: Schema = { type: 'object', properties: { a: text, b: text } }
    const types = resolved({ type: 'object', properties: { metadata: shared, copy: shared } })
    expect(Object.keys(types)).toContain('Metadata2')
  })
})
