import { expect, it } from 'vitest'
import { missingOf } from './loss.ts'

it('finds a scrape again by its time, also over the edge of a slot, and misses those without a sample', () => {
  expect(missingOf([1000, 1049, 6000, 11_000], [1001, 1051, 11_000])).toEqual([6000])
})

it('takes no sample of another scrape for the one that is missing', () => {
  expect(missingOf([5000], [4800, 5200])).toEqual([5000])
})
