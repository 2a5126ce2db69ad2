import { expect, it } from 'vitest'
import { goDuration } from './values.ts'

it.each([
  ['90d', '2160h'],
  ['2w', '336h'],
  ['1y', '8760h'],
] as const)('writes %s as %s, since Go knows no days', (given, written) => {
  expect(goDuration(given)).toBe(written)
})

it.each(['500ms', '30s', '5m', '24h'] as const)('keeps %s', (duration) => {
  expect(goDuration(duration)).toBe(duration)
})
