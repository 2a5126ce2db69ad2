import { expect, it } from 'vitest'
import { picture, type Timeline } from './timeline.ts'

const timeline: Timeline = {
  start: 0,
  end: 120_000,
  expected: 100,
  answers: [
    { time: 0, value: 100 },
    { time: 60_000, value: null },
    { time: 120_000, value: 100 },
  ],
  slots: [
    { time: 0, present: true },
    { time: 60_000, present: false },
    { time: 120_000, present: true },
  ],
  steps: [{ time: 30_000, name: 'receivers' }],
}

it('marks steps, missing samples and failed queries', () => {
  const text = picture(timeline)
  expect(text).toContain('>receivers</text>')
  expect(text.match(/fill="#d33"/g)).toHaveLength(2)
  expect(text.match(/<circle/g)).toHaveLength(1)
  expect(text).toContain('2 min')
})

it('says so when no query failed', () => {
  expect(picture({ ...timeline, answers: [{ time: 0, value: 100 }] })).toContain('none in 1 queries')
})

it('keeps the names of steps inside of the picture', () => {
  expect(picture({ ...timeline, steps: [{ time: 119_000, name: 'sidecar-mode' }] })).toContain(
    'text-anchor="end">sidecar-mode</text>',
  )
  expect(picture(timeline)).toContain('text-anchor="middle">receivers</text>')
})
