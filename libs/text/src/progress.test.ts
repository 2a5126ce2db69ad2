import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { elapsed, outputProgress } from './progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function capture(isTTY: boolean) {
  let text = ''
  const progress = outputProgress({ isTTY, columns: 40, write: (part) => (text += part) })
  return { progress, text: () => text }
}

it('redraws one line of a terminal, no wider than it is', () => {
  const { progress, text } = capture(true)
  progress.status('thanos', `${'x'.repeat(100)} packages`)
  vi.advanceTimersByTime(600)
  progress.stop()
  expect(text()).not.toContain('\n')
  const drawn = text()
    .split('\r\u001b[K')
    .filter((part) => part !== '')
  expect(drawn).toHaveLength(2)
  expect(drawn[0]).toHaveLength(39)
})

it('writes plain lines to a pipe, few of them, and none for ended steps', () => {
  const { progress, text } = capture(false)
  progress.status('thanos', '3 packages')
  vi.advanceTimersByTime(61_000)
  progress.status('thanos', '')
  vi.advanceTimersByTime(61_000)
  progress.stop()
  expect(text()).toBe('0:30 thanos: 3 packages\n1:00 thanos: 3 packages\n')
})

it('shows minutes and seconds', () => {
  expect(elapsed(0, 125_000)).toBe('2:05')
})

it('redraws for work that never lets a timer run, no more often than otherwise', () => {
  const { progress, text } = capture(true)
  for (let done = 1; done <= 5; done += 1) {
    vi.setSystemTime(Date.now() + 100)
    progress.status('clusters', `${done} of 5`)
  }
  progress.stop()
  expect(text()).toBe('0:00 clusters: 3 of 5\r\u001b[K')
})

it('writes nothing for work that is over at once', () => {
  const { progress, text } = capture(true)
  progress.status('clusters', '1 of 1')
  progress.stop()
  expect(text()).toBe('')
})

it('writes a line that stays in place of the live one', () => {
  const { progress, text } = capture(true)
  progress.status('thanos', '3 packages')
  vi.advanceTimersByTime(250)
  progress.line('thanos: built')
  expect(text()).toBe('0:00 thanos: 3 packages\r\u001b[Kthanos: built\n')
})
