import { expect, it } from 'vitest'
import { minute } from './plan.ts'
import { openMetrics, sumsOf, timesOf } from './samples.ts'

const from = Date.UTC(2026, 0, 1)

it('has one sample each minute, never at an edge of the span', () => {
  const times = timesOf({ from, to: from + 3 * minute })
  expect(times).toEqual([from + 30_000, from + 90_000, from + 150_000])
})

it('writes each series in the order of time, with the value of its minute, in seconds', () => {
  expect(openMetrics({ from, to: from + 2 * minute }, { run: 'a"b', cluster: 'c' })).toBe(
    [
      '# TYPE e2e_history_minutes gauge',
      String.raw`e2e_history_minutes{run="a\"b",cluster="c"} 29453760 1767225630`,
      String.raw`e2e_history_minutes{run="a\"b",cluster="c"} 29453761 1767225690`,
      '# TYPE e2e_history_ones gauge',
      String.raw`e2e_history_ones{run="a\"b",cluster="c"} 1 1767225630`,
      String.raw`e2e_history_ones{run="a\"b",cluster="c"} 1 1767225690`,
      '# EOF',
      '',
    ].join('\n'),
  )
})

it('adds up by the formula of the sum of consecutive numbers', () => {
  const { samples, sum, least, most } = sumsOf({ from, to: from + 1440 * minute })
  expect(samples).toBe(1440)
  expect([least, most]).toEqual([29453760, 29455199])
  expect(sum).toBe(((least + most) * samples) / 2)
})
