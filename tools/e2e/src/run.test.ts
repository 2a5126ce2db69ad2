import { expect, it } from 'vitest'
import { sideBySide } from './run.ts'

it('runs neighbours at the same time that may, and all others alone', () => {
  const alone = { beside: false }
  const [first, second] = [{ beside: true }, { beside: true }]
  expect(sideBySide([alone, first, second, alone, second])).toEqual([[alone], [first, second], [alone], [second]])
})
