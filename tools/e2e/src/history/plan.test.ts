import { expect, it } from 'vitest'
import { day, hour, keptSpan, planOf, spansOf } from './plan.ts'

const retention = { raw: 90, fiveMinutes: 180, oneHour: 360 }
/** Days of more than one round of 14 days, so that every phase is met. */
const nows = Array.from({ length: 30 }, (_, index) => Date.UTC(2026, 10, 1, 7) + index * day)

it('fills a whole span of 14 days since 1970 without a hole, followed by two blocks that can be downsampled', () => {
  for (const now of nows) {
    const plan = planOf(now, retention)
    expect(plan.compacted.from % (14 * day)).toBe(0)
    expect(plan.compacted.to - plan.compacted.from).toBe(14 * day)
    plan.kept.slice(1).forEach((chunk, index) => {
      expect(chunk.from).toBe(plan.kept[index]?.to)
    })
    const after = plan.kept.filter(({ from }) => from >= plan.compacted.to)
    expect(after).toHaveLength(2)
    for (const { from, to } of after) expect(to - from).toBeGreaterThan(40 * hour)
  }
})

it('is over before now, and within the retention of raw data', () => {
  for (const now of nows) {
    const { from, to } = keptSpan(planOf(now, retention))
    expect(to).toBeLessThanOrEqual(now)
    expect(from).toBeGreaterThan(now - retention.raw * day)
  }
})

it('puts the old blocks behind the retention that shall delete them, with days to spare', () => {
  for (const now of nows) {
    const { beyondRaw, beyondAll } = planOf(now, retention)
    expect(beyondRaw.to).toBeLessThan(now - retention.raw * day)
    expect(beyondRaw.from).toBeGreaterThan(now - retention.fiveMinutes * day)
    expect(beyondRaw.to - beyondRaw.from).toBeGreaterThan(40 * hour)
    expect(beyondAll.to).toBeLessThan(now - retention.oneHour * day)
  }
})

it('refuses a retention that would delete the history, or keeps everything forever', () => {
  const now = Date.UTC(2026, 10, 1)
  expect(() => planOf(now, { raw: 20, fiveMinutes: 180, oneHour: 360 })).toThrow('the history would be deleted')
  expect(() => planOf(now, { raw: 0, fiveMinutes: 0, oneHour: 0 })).toThrow('raw data must be deleted first')
})

it('cuts a span into equal parts', () => {
  expect(spansOf(10, 40, 10)).toEqual([
    { from: 10, to: 20 },
    { from: 20, to: 30 },
    { from: 30, to: 40 },
  ])
})
