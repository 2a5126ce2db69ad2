import { expect, it } from 'vitest'
import { overlapOf } from './settled.ts'

const block = (id: string, resolution: number, from: number, to: number) => ({
  id,
  from,
  to,
  level: 1,
  resolution,
  labels: {},
})

it('finds blocks of one resolution with samples of one time', () => {
  expect(
    overlapOf([block('a', 0, 10, 20), block('b', 0, 0, 11), block('c', 300_000, 0, 20)]).map(({ id }) => id),
  ).toEqual(['b', 'a'])
})

it('takes neighbours, and other resolutions of the same time, for what they are', () => {
  expect(overlapOf([block('a', 0, 10, 20), block('b', 0, 0, 10), block('c', 300_000, 0, 20)])).toEqual([])
})
