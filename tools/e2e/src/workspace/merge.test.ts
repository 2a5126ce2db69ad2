import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { merge } from './merge.ts'

it('merges mappings, and replaces lists and texts', () => {
  const text = 'mode: a # why\nobjectStore: { type: S3, endpoint: x }\nlist: [1, 2]\n'
  const merged = merge(text, { objectStore: { endpoint: 'y', insecure: true }, list: [3], new: { deep: 1 } })
  expect(parse(merged)).toEqual({
    mode: 'a',
    objectStore: { type: 'S3', endpoint: 'y', insecure: true },
    list: [3],
    new: { deep: 1 },
  })
})
