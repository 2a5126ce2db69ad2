import { describe, expect, it } from 'vitest'
import { samplesOf, sumOf, valueOf } from './samples.ts'

const page = String.raw`# HELP x_total Something, like x_total{a="b"} 1.
# TYPE x_total counter
x_total{remote_name="a",url="http://b/{c}?d=\"e\""} 4
x_total { remote_name = "b" , } 1.795394099e+09 1795394099000
x_total_other{remote_name="a"} 9
y 9.2e+18
y_low -Inf
z{le="+Inf"}	+Inf
n NaN
h_bucket{tenant="a",le="0.1"} 8 # {trace_id="x_total{} 7"} 0.05 1520879607.7
h_bucket{tenant="a",le="+Inf"} 9
h_sum{tenant="a"} 1.5
h_count{tenant="a"} 9
{"my.metric","my.label"="line\nand \\ bar"} 3
colon:sum:rate5m{} 2
# EOF
`

describe('samples of a page', () => {
  it('are found by their whole name, with their labels, with and without a time', () => {
    expect(samplesOf(page, 'x_total')).toEqual([
      { labels: { remote_name: 'a', url: 'http://b/{c}?d="e"' }, value: 4 },
      { labels: { remote_name: 'b' }, value: 1795394099 },
    ])
  })

  it('of a histogram keep all labels, and leave exemplars out', () => {
    expect(samplesOf(page, 'h_bucket')).toEqual([
      { labels: { tenant: 'a', le: '0.1' }, value: 8 },
      { labels: { tenant: 'a', le: '+Inf' }, value: 9 },
    ])
    expect(samplesOf(page, 'h_count')).toEqual([{ labels: { tenant: 'a' }, value: 9 }])
  })

  it('can have a name in quotes', () => {
    expect(samplesOf(page, 'my.metric')).toEqual([{ labels: { 'my.label': 'line\nand \\ bar' }, value: 3 }])
  })

  it('have every number that Go writes', () => {
    expect(valueOf(page, 'y')).toBe(9.2e18)
    expect(valueOf(page, 'y_low')).toBe(-Infinity)
    expect(valueOf(page, 'z')).toBe(Infinity)
    expect(valueOf(page, 'n')).toBeNaN()
    expect(valueOf(page, 'colon:sum:rate5m')).toBe(2)
  })

  it.each(['x', 'x{a="b"}', 'x{a="b" 1', 'x{a=b} 1', 'x{"a"} 1', 'x one', '#x 1', 'x{a="b"}} 1'])(
    'are not: %s',
    (line) => {
      expect(samplesOf(line, 'x')).toEqual([])
    },
  )

  it('are chosen and added up by labels', () => {
    expect(valueOf(page, 'x_total', { remote_name: 'b' })).toBe(1795394099)
    expect(valueOf(page, 'x_total', { remote_name: 'c' })).toBeNull()
    expect(sumOf(page, 'h_bucket')).toBe(17)
    expect(sumOf(page, 'h_bucket', { le: '0.1' })).toBe(8)
    expect(sumOf(page, 'h_bucket', { tenant: 'b' })).toBe(0)
  })
})
