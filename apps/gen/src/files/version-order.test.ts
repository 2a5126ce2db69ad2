import { expect, test } from 'vitest'
import { isOlder, isVersion } from './version-order.ts'

/** In the order of semver.org, section 11. */
const ascending = [
  '0.1.0',
  '0.2.0',
  '0.10.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
]

test('versions are ordered as semver.org says', () => {
  for (const [index, one] of ascending.entries()) {
    for (const [place, other] of ascending.entries())
      expect([one, other, isOlder(one, other)]).toEqual([one, other, index < place])
  }
})

test('what follows a plus does not count', () => {
  expect(isOlder('1.0.0+a', '1.0.0+b')).toBe(false)
})

test.each(['', '1', '1.0', 'v1.0.0', '1.0.0-', 'latest'])('%j is no version', (text) => {
  expect(isVersion(text)).toBe(false)
})
