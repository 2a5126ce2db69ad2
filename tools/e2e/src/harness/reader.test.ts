import { expect, it } from 'vitest'
import { everyMs, unanswered } from './reader.ts'

const from = 1_000_000
const asked = (...beats: number[]) => beats.map((beat) => from + beat * everyMs + 300)
const span = { from, to: from + 5 * everyMs }

it('sees by gaps which queries are still waiting', () => {
  expect(unanswered(asked(0, 1, 2, 3, 4), span)).toBe(0)
  expect(unanswered(asked(0, 1, 4), span)).toBe(2)
  expect(unanswered(asked(0, 1), span)).toBe(3)
})

it('does not take a beat that is a little off for a query that is waiting', () => {
  expect(unanswered(asked(0.05, 0.9, 2.2, 2.95, 4), span)).toBe(0)
})
