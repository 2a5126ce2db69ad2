import { expect, it } from 'vitest'
import { difference } from './difference.ts'

const span = { from: 1000, to: 3000 }
const series = (labels: Record<string, string>, ...times: number[]) => ({
  labels,
  samples: times.map((time) => ({ time, value: time })),
})

it('finds none where all samples of the span are equal, whatever the order of series and labels', () => {
  expect(
    difference(
      [series({ a: '1', b: '2' }, 1000, 2000), series({ a: '2' }, 1500)],
      [series({ a: '2' }, 1500, 3000), series({ b: '2', a: '1' }, 500, 1000, 2000)],
      span,
    ),
  ).toEqual([])
})

it('names samples and series that are in one only', () => {
  expect(difference([series({ a: '1' }, 1000, 2000)], [series({ a: '1' }, 1000)], span)).toEqual([
    '1 samples of {"a":"1"} are in one only, such as 2000 at 1970-01-01T00:00:02.000Z',
  ])
  expect(difference([], [series({ a: '1' }, 1000)], span)).toEqual(['only one has {"a":"1"}'])
})
