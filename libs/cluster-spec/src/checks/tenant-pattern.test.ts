import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesPattern } from './tenant-pattern.ts'

test('a pattern matches as the regular expression that it stands for', () => {
  const sign = fc.constantFrom('a', 'b', '.', '*', '?')
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 })
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 6 }), name, (pattern, tenant) => {
      const expression = pattern.replaceAll('.', '[.]').replaceAll('*', '.*').replaceAll('?', '.')
      expect(matchesPattern(tenant, pattern)).toBe(new RegExp(`^${expression}$`).test(tenant))
    }),
    { numRuns: 5000 },
  )
})

test('a pattern of many stars, which backtracking would try for years, is answered', () => {
  expect(matchesPattern(`${'a'.repeat(62)}c`, `${'*a'.repeat(31)}b`)).toBe(false)
})
