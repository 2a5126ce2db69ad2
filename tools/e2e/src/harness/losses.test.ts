import { expect, it } from 'vitest'
import { interval, longestGap, lossesOf } from './losses.ts'

const start = 1_000_000 * interval
const at = (slot: number, offset: number) => start + slot * interval + offset
const sample = (time: number) => ({ time, value: time / 1000 })
const span = { from: start, to: at(4, 0) }

it('takes a slot for kept when any replica has a sample of it', () => {
  const times = [0, 1, 2, 3].flatMap((slot) => [at(slot, 500), at(slot, 3000)])
  const stored = [at(0, 500), at(1, 3000), at(3, 500), at(3, 3000)].map(sample)
  expect(lossesOf(times, stored, span)).toEqual({ slots: 4, lost: [at(2, 0)], scrapes: 8, lostScrapes: 4 })
})

it('expects nothing of a slot in which nobody scraped, nor outside of the span', () => {
  expect(lossesOf([at(1, 0), at(9, 0)], [sample(at(1, 20))], span)).toEqual({
    slots: 1,
    lost: [],
    scrapes: 1,
    lostScrapes: 0,
  })
})

it('does not take the sample of another scrape for its own', () => {
  expect(lossesOf([at(1, 0)], [sample(at(1, 2000))], span).lost).toEqual([at(1, 0)])
})

it('measures gaps also at the ends', () => {
  expect(longestGap([sample(at(1, 0)), sample(at(2, 0))], span)).toBe(2 * interval)
  expect(longestGap([], span)).toBe(4 * interval)
})
