import { expect, test } from 'vitest'
import { differenceLines, differenceSummary } from './differences.ts'

test('each difference is named and shown as a unified diff from the disk to what is generated', async () => {
  const lines = await differenceLines([
    { kind: 'missing', path: 'clusters/eu-1/b.yaml', after: 'b: 1\n' },
    { kind: 'changed', path: 'clusters/eu-1/a.yaml', before: 'x: 0\na: 1\n', after: 'x: 0\na: 2\n' },
    { kind: 'extra', path: 'clusters/eu-1/c.yaml', before: 'c: 1\n' },
    { kind: 'extra', path: 'clusters/eu-1/d.yaml' },
  ])
  expect(lines).toEqual([
    'changed: clusters/eu-1/a.yaml',
    '--- a/clusters/eu-1/a.yaml',
    '+++ b/clusters/eu-1/a.yaml',
    '@@ -1,2 +1,2 @@',
    ' x: 0',
    '-a: 1',
    '+a: 2',
    'missing: clusters/eu-1/b.yaml',
    '--- /dev/null',
    '+++ b/clusters/eu-1/b.yaml',
    '@@ -0,0 +1,1 @@',
    '+b: 1',
    'extra: clusters/eu-1/c.yaml (no longer generated)',
    '--- a/clusters/eu-1/c.yaml',
    '+++ /dev/null',
    '@@ -1,1 +0,0 @@',
    '-c: 1',
    'extra: clusters/eu-1/d.yaml (not generated; move it away or into patches/)',
  ])
})

test('the summary counts each kind', () => {
  expect(
    differenceSummary([
      { kind: 'extra', path: 'a' },
      { kind: 'extra', path: 'b' },
    ]),
  ).toBe('0 missing, 2 extra, 0 changed')
})
