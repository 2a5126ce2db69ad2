import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { json, jsonMap, text } from './testing/values.ts'
import { yamlText } from './yaml.ts'

const library = { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false } as const

const document = fc.oneof(jsonMap, fc.array(json))

/** Characters that the library leaves as they are but Kustomize cannot read. */
const unsafe = /[^\P{Cc}\t\n]|[\xa0\u2028\u2029\ufeff]/u

/** Nor does it read a block that starts with a tab. */
const startsWithTab = /"(?:\\n)*\\t/

describe('our YAML', () => {
  test('is what the yaml library writes', () => {
    fc.assert(
      fc.property(document, (value) => {
        fc.pre(!unsafe.test(stringify(value, library)) && !startsWithTab.test(JSON.stringify(value)))
        expect(yamlText(value, undefined)).toBe(stringify(value, library))
      }),
      { numRuns: 3_000 },
    )
  })

  const awkward = ['e3', 'E10', 'e-3', 'on', 'a: b', '1_000', '- a', 'a #b', 'a\n\n b\n']

  test.each(awkward)('is what the yaml library writes of %j', (text) => {
    const value = { [text]: [text, { a: { [text]: text } }] }
    expect(yamlText(value)).toBe(stringify(value, library))
  })

  test('leaves out what is undefined', () => {
    expect(yamlText({ a: undefined, b: { c: undefined }, d: 1 })).toBe('b: {}\nd: 1\n')
  })

  test.each(['1.1', '1.2'] as const)('means the same in YAML %s', (version) => {
    fc.assert(
      fc.property(document, (value) => {
        expect(parse(yamlText(value, 'A header.'), { version, merge: false })).toEqual(value)
      }),
      { numRuns: 2_000 },
    )
  })

  test('holds no character that Kustomize cannot read', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(yamlText({ [`a${value}`]: [value] }, undefined)).not.toMatch(unsafe)
      }),
    )
  })
})
