import { describe, expect, it } from 'vitest'
import { quantitySchema, strictSchema } from './strict.ts'

describe('strictSchema', () => {
  it('closes objects with properties at every level', () => {
    const item = { properties: { a: { type: 'string' } } }
    const schema = { type: 'object', properties: { list: { type: 'array', items: item } } }
    expect(strictSchema(schema)).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { list: { type: 'array', items: { ...item, additionalProperties: false } } },
    })
  })

  it('leaves maps and objects of unknown fields open', () => {
    const map = { type: 'object', additionalProperties: { type: 'string' } }
    expect(strictSchema(map)).toEqual(map)
    const open = { properties: { a: { type: 'string' } }, 'x-kubernetes-preserve-unknown-fields': true }
    expect(strictSchema(open)).toEqual({ properties: { a: { type: 'string' } } })
  })

  it('takes numbers and text for int-or-string, in both dialects', () => {
    expect(strictSchema({ type: 'string', format: 'int-or-string' })).toEqual({ type: ['integer', 'string'] })
    const structural = { 'x-kubernetes-int-or-string': true, pattern: '^[0-9]+%?$', nullable: true }
    expect(strictSchema(structural)).toEqual({ type: ['integer', 'string', 'null'], pattern: '^[0-9]+%?$' })
  })

  it('allows null only where it is declared', () => {
    const nullable = strictSchema({ type: 'string', enum: ['a'], nullable: true })
    expect(nullable).toEqual({ type: ['string', 'null'], enum: ['a', null] })
    expect(strictSchema({ type: 'string', nullable: false })).toEqual({ type: 'string' })
  })

  it('keeps conditions as they are, since closing them would refuse valid objects', () => {
    const conditions = { anyOf: [{ required: ['a'], properties: { a: { minLength: 1 } } }, { required: ['b'] }] }
    expect(strictSchema(conditions)).toEqual(conditions)
  })

  it('writes exclusive limits as draft 7 does', () => {
    expect(strictSchema({ minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false })).toEqual({
      exclusiveMinimum: 0,
      maximum: 9,
    })
  })

  it('keeps a property that is named like a keyword', () => {
    const text = { type: 'string' }
    const schema = strictSchema({ properties: { description: { ...text, description: 'x' }, $ref: text } })
    expect(schema['properties']).toEqual({ description: text, $ref: text })
  })
})

describe('quantitySchema', () => {
  const pattern = new RegExp(String(quantitySchema['pattern']))

  it.each(['1', '0.5', '.5', '100m', '1Gi', '-2M', '1e3', '12E-2', '5E'])('accepts %s', (text) => {
    expect(text).toMatch(pattern)
  })

  it.each(['', 'Gi', '1GB', '1 Gi', '1gi', '1.2.3', '1e'])('refuses "%s"', (text) => {
    expect(text).not.toMatch(pattern)
  })
})
