import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonSchema } from './index.ts'

describe('the JSON Schema of editors', () => {
  const text = jsonSchema()
  const schema = z.fromJSONSchema(JSON.parse(text))

  it('is the same at every run', () => {
    expect(jsonSchema()).toBe(text)
  })

  it('explains every section', () => {
    const { properties } = z.object({ properties: z.record(z.string(), z.looseObject({})) }).parse(JSON.parse(text))
    // A section that is used twice is a reference to its definition, which has the explanation.
    const silent = Object.entries(properties).filter(([, value]) => !('description' in value || '$ref' in value))
    expect(silent).toEqual([])
  })

  it('allows one kind of credentials, TLS, authentication and destination, and receivers with something beside their name', () => {
    expect(text.match(/"minProperties": 1,\s+"maxProperties": 1\b/g)).toHaveLength(5)
    expect(text.match(/"minProperties": 2,\s+"maxProperties": 2\b/g)).toHaveLength(3)
    expect(text.match(/"minProperties": 2\b(?!,\s+"maxProperties")/g)).toHaveLength(1)
  })

  it.each([
    ['an unknown key', { name: 'x', mode: 'dev-filesystem-objstore', nmae: 'x' }],
    ['a bad duration', { name: 'x', mode: 'dev-filesystem-objstore', prometheus: { retention: '10 days' } }],
    ['a bad size', { name: 'x', mode: 'dev-filesystem-objstore', prometheus: { volumeSize: '10GB' } }],
    ['an unknown mode', { name: 'x', mode: 'none' }],
  ])('refuses %s', (_what, value) => {
    expect(schema.safeParse(value).success).toBe(false)
  })
})
