import { expect, it } from 'vitest'
import { compare } from './ledger.ts'

const t = Date.UTC(2026, 0, 1)
const span = { from: t, to: t + 15_000 }
const sample = (time: number, late = 3) => ({ time, value: (time + late) / 1000 })

it('finds a sample for each scrape, and tells how far their clocks are apart', () => {
  const samples = [sample(t), sample(t + 5000), sample(t + 10_000, 120)]
  expect(compare([t + 5, t + 5003, t + 10_120], samples, span)).toEqual({
    scrapes: 3,
    missing: [],
    foreign: [],
    skew: 120,
  })
})

it('names scrapes without a sample and samples without a scrape', () => {
  const { missing, foreign } = compare([t, t + 5000], [sample(t), sample(t + 10_000)], span)
  expect(missing).toEqual([t + 5000])
  expect(foreign).toEqual([sample(t + 10_000)])
})

it('takes no sample of another scrape for the one that is missing', () => {
  expect(compare([t, t + 5000, t + 10_000], [sample(t), sample(t + 10_000)], span).missing).toEqual([t + 5000])
})

it('judges the span only', () => {
  expect(compare([t - 5000, t], [sample(t), sample(t + 20_000)], span)).toMatchObject({
    scrapes: 1,
    missing: [],
    foreign: [],
  })
})
