import { expect, it } from 'vitest'
import { day, hour } from '../../history/plan.ts'
import { fills, summary } from './compacted.ts'

const block = (resolution: number, from: number, to: number) => ({
  id: '',
  from,
  to,
  level: 1,
  resolution,
  labels: {},
})

it('takes a block for the whole of a span whose samples begin and end half a minute within it', () => {
  const span = { from: 0, to: 14 * day }
  expect(fills({ from: 30_000, to: 14 * day - 29_999 }, span)).toBe(true)
  expect(fills({ from: 30_000, to: 12 * day - 29_999 }, span)).toBe(false)
  expect(fills({ from: 2 * day, to: 14 * day }, span)).toBe(false)
})

it('tells blocks by resolution and length', () => {
  expect(
    summary([
      block(0, 30_000, 2 * hour),
      block(0, 2 * hour, 4 * hour),
      block(0, 0, 2 * day),
      block(300_000, 0, 14 * day),
    ]),
  ).toBe('raw: 2 × 2h, 1 × 2d; 5m: 1 × 14d')
  expect(summary([])).toBe('no blocks')
})
