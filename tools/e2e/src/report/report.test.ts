import { expect, it } from 'vitest'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Result } from './result.ts'

const held: Result = {
  mode: 'sidecar-mode',
  kind: 'check',
  name: 'alerts',
  title: 'T',
  outcome: 'held',
  message: '',
  figures: [{ what: 'sent', value: '1', promised: '1' }],
  milliseconds: 1500,
}
const failed: Result = { ...held, name: 'blocks', outcome: 'failed', message: 'a < b & "c"\nd', figures: [] }

it('counts in JUnit what failed and what was not run, and escapes messages', () => {
  const text = junit([held, failed, { ...held, outcome: 'not run', message: 'no node power' }])
  expect(text).toContain('tests="3" failures="1" errors="0" skipped="1"')
  expect(text).toContain('<failure message="a &lt; b &amp; &quot;c&quot;&#10;d"/>')
})

it('shows each figure beside its promise', () => {
  const text = markdown([held, failed], { kubernetes: 'v1' })
  expect(text).toContain('| sent | 1 | 1 |')
  expect(text).toContain('| sidecar-mode | check blocks | failed | 2 | a < b & "c" d |')
})
