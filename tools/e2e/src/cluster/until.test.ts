import { expect, it } from 'vitest'
import { CheckFailure } from '../failure.ts'
import { until } from './until.ts'

it('gives the value as soon as the condition holds', async () => {
  let looks = 0
  expect(
    await until('three looks', { seconds: 5, every: 0.001 }, () =>
      Promise.resolve(++looks < 3 ? { missing: 'more' } : { done: looks }),
    ),
  ).toBe(3)
})

it('takes an exception for "not yet", and ends with what was missing last', async () => {
  const waiting = until('an answer', { seconds: 0.01, every: 0.001 }, () => Promise.reject(new Error('refused')))
  await expect(waiting).rejects.toThrow(new CheckFailure('not within 0.01 s: an answer; refused'))
})
