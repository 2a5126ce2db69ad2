import { expect, test } from 'vitest'
import { reportLines } from './report.ts'

const counts = (objects: number, written: number) => ({ objects, written, unchanged: 3, removed: 0 })

test('one aligned line for each cluster and shared folder, and a total', () => {
  const units = [
    { name: 'overlays', mode: '', counts: counts(0, 120), milliseconds: 40.2 },
    { name: 'eu-1', mode: 'sidecar-mode', counts: counts(73, 2), milliseconds: 9.6 },
    { name: 'us-1', mode: 'receive-mode', counts: counts(101, 0), milliseconds: 12 },
  ]
  expect(reportLines(units, 70)).toEqual([
    'overlays  shared                     120 written  3 unchanged  0 removed  40 ms',
    'eu-1      sidecar-mode   73 objects    2 written  3 unchanged  0 removed  10 ms',
    'us-1      receive-mode  101 objects    0 written  3 unchanged  0 removed  12 ms',
    'total     2 clusters    174 objects  122 written  9 unchanged  0 removed  70 ms',
  ])
})

test('without clusters there is still a total', () => {
  expect(reportLines([], 1)).toEqual(['total  0 clusters    0 written  0 unchanged  0 removed  1 ms'])
})
