import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stages } from './steps.ts'

const root = resolve(import.meta.dirname, '../../..')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cycles-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What the step of `npm test` says of these files in the place of the sources. */
function cyclesIn(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const [program, ...args] = stages.flat().find(({ name }) => name === 'import cycles')?.command ?? ['']
  const kept = args.filter((arg) => !['apps', 'libs', 'tools'].includes(arg))
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin', program), [...kept, folder], {
    cwd: root,
    encoding: 'utf8',
  })
  return { failed: status !== 0, out: stdout }
}

test('files that import each other are an error', () => {
  const found = cyclesIn({
    'a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
    'b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
  })
  expect(found.failed).toBe(true)
  expect(found.out).toMatch(/error no-circular: .*a\.ts/)
})

test('so is a circle over a third file, of types only', () => {
  const found = cyclesIn({
    'a.ts': "import type { B } from './b.ts'\nexport type A = B[]\n",
    'b.ts': "import type { C } from './c.ts'\nexport type B = { c: C }\n",
    'c.ts': "export type { A as C } from './a.ts'\n",
  })
  expect(found.failed).toBe(true)
  expect(found.out).toContain('no-circular')
})

test('files without a circle are none', () => {
  const found = cyclesIn({ 'a.ts': "import { b } from './b.ts'\nexport const a = b\n", 'b.ts': 'export const b = 1\n' })
  expect(found).toMatchObject({
    failed: false,
    out: expect.stringContaining('no dependency violations found (2 modules'),
  })
})
