import { expect, test } from 'vitest'
import { formatJson } from './format.ts'

test('what fits on a line is on one, everything else has a line per member', () => {
  const long = 'x'.repeat(100)
  expect(formatJson({ a: [1, 2], b: { c: long, d: null } })).toBe(
    `{\n "a": [1,2],\n "b": {\n  "c": "${long}",\n  "d": null\n }\n}\n`,
  )
})

test('the text means what the value means', () => {
  const value = { text: 'ü "quoted"\n', list: [[], {}, [true, 1e21, { deep: ['y'.repeat(200)] }]], empty: {} }
  expect(JSON.parse(formatJson(value))).toEqual(value)
})
