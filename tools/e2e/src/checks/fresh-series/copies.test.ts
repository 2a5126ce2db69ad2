import { expect, it } from 'vitest'
import { byPrometheus, longestGap } from './copies.ts'

const sample = (time: number) => ({ time, value: time })

it('puts the copies of each Prometheus together, each sample once', () => {
  const series = [
    { labels: { prometheus_replica: 'p-0', receive_replica: 'i-0' }, samples: [sample(1), sample(3)] },
    { labels: { prometheus_replica: 'p-0', receive_replica: 'i-1' }, samples: [sample(2), sample(3)] },
    { labels: { prometheus_replica: 'p-1', receive_replica: 'i-0' }, samples: [sample(9)] },
  ]
  expect([...byPrometheus(series)]).toEqual([
    ['p-0', [sample(1), sample(2), sample(3)]],
    ['p-1', [sample(9)]],
  ])
})

it('counts a missing begin and end as a gap, too', () => {
  expect(longestGap([sample(10), sample(20)], 10, 25)).toBe(10)
  expect(longestGap([sample(10), sample(20)], 5, 90)).toBe(70)
  expect(longestGap([], 0, 7)).toBe(7)
})
