import { expect, it } from 'vitest'
import { onlyFrom } from './stores.ts'

it('matches exactly the addresses', () => {
  expect(onlyFrom(['10.0.0.1:10901', '10.0.0.2:10901'])).toEqual({
    'storeMatch[]': String.raw`{__address__=~"10\\.0\\.0\\.1:10901|10\\.0\\.0\\.2:10901"}`,
  })
})

it('never stands for all servers by naming none', () => {
  expect(() => onlyFrom([])).toThrow('no server to read from')
})
