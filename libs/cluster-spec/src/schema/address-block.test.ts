import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAddressBlock } from './address-block.ts'

test.each(['0.0.0.0/0', '10.0.0.0/8', '10.1.2.3/32', '::/0', 'fd00::/8', '2001:db8::1/128', '1:2:3:4:5:6:7:8/128'])(
  '%s is a block',
  (text) => expect(isAddressBlock(text)).toBe(true),
)

test.each([
  '256.0.0.0/8',
  ':::::/64',
  '10.0.0.1/8',
  '10.0.0.0/33',
  '10.0.0.0/08',
  '10.0.0.0',
  '10.0.0.0/',
  'fd00::1/64',
])('%s is none', (text) => expect(isAddressBlock(text)).toBe(false))

test('a block of version 4 begins at a multiple of its size', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, length) => {
      const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
      expect(isAddressBlock(`${address}/${length}`)).toBe(number % 2 ** (32 - length) === 0)
    }),
  )
})
