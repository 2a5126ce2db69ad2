import { expect, test } from 'vitest'
import { ratios, sample } from './statistics.ts'

test('the median of an odd number of values is the one in the middle, in any order', () => {
  expect(sample([30, 10, 20])).toEqual({ median: 20, least: 10, most: 30 })
})

test('the median of an even number of values is between the two in the middle', () => {
  expect(sample([4, 1, 2, 100])).toEqual({ median: 3, least: 1, most: 100 })
})

test('a value alone is everything', () => {
  expect(sample([7])).toEqual({ median: 7, least: 7, most: 7 })
})

test('nothing cannot be summed up', () => {
  expect(() => sample([])).toThrow(RangeError)
})

test('a slow round slows both and leaves the ratio as it is', () => {
  expect(ratios([2, 200, 4], [1, 100, 2])).toEqual({ median: 2, least: 2, most: 2 })
})

test('only rounds that were measured side by side are compared', () => {
  expect(() => ratios([1, 2], [1])).toThrow(RangeError)
})
