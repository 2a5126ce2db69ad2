import { describe, expect, test } from 'vitest'
import { samplesOf, valueOf } from './metrics.ts'

const page = `# HELP x_total Something.
# TYPE x_total counter
x_total{remote_name="a",url="http://b/{c}?d=\\"e\\""} 4
x_total{remote_name="b"} 1.795394099e+09 1795394099000
x_total_other{remote_name="a"} 9
y 9.2e+18
z{le="+Inf"} +Inf
`

describe('metrics', () => {
  test('are found by their whole name, with their labels', () => {
    expect(samplesOf(page, 'x_total')).toEqual([
      { labels: { remote_name: 'a', url: 'http://b/{c}?d="e"' }, value: 4 },
      { labels: { remote_name: 'b' }, value: 1795394099 },
    ])
  })

  test('are read by labels, without labels, and as nothing where they are not', () => {
    expect(valueOf(page, 'x_total', { remote_name: 'b' })).toBe(1795394099)
    expect(valueOf(page, 'y')).toBe(9.2e18)
    expect(valueOf(page, 'z')).toBe(Infinity)
    expect(valueOf(page, 'x')).toBeNull()
    expect(valueOf(page, 'x_total', { remote_name: 'c' })).toBeNull()
  })
})
