import { expect, it } from 'vitest'
import { sumIn } from './metrics.ts'

const text = [
  '# TYPE thanos_runs_total counter', 'thanos_runs_total{resolution="0",tenant="a b"} 3', 'thanos_runs_total{resolution="300000"} 1e1',
  'thanos_runs_total_more 7', 'thanos_halted 1',
].join('\n')

it('adds up the series of one metric, and not of those whose names begin alike', () => {
  expect(sumIn(text, 'thanos_runs_total')).toBe(13)
  expect(sumIn(text, 'thanos_halted')).toBe(1)
  expect(sumIn(text, 'thanos_nothing')).toBe(0)
})

it('takes only series whose labels match', () => {
  expect(sumIn(text, 'thanos_runs_total', /tenant="a b"/)).toBe(3)
})
