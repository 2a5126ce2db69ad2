import { expect, it } from 'vitest'
import { appliesFirst, sideBySide } from './run.ts'

it('runs neighbours at the same time that may, and all others alone', () => {
  const alone = { beside: false }
  const [first, second] = [{ beside: true }, { beside: true }]
  expect(sideBySide([alone, first, second, alone, second])).toEqual([[alone], [first, second], [alone], [second]])
})

it.each([
  { what: 'all checks', options: { checks: true, only: [] }, applied: true },
  {
    what: 'some checks with the one that applies',
    options: { checks: true, only: ['accepted', 'alerts'] },
    applied: true,
  },
  { what: 'one other check', options: { checks: true, only: ['alerts'] }, applied: false },
  { what: 'faults only', options: { checks: false, only: [] }, applied: false },
  { what: 'a fault whose name is asked for', options: { checks: false, only: ['accepted'] }, applied: false },
])('leaves it to a check to apply the stack for $what: $applied', ({ options, applied }) => {
  expect(appliesFirst(options)).toBe(applied)
})
