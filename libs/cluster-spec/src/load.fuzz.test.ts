import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadCluster } from './index.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'valid')
const texts = globSync('*.yaml', { cwd: fixtures })
  .toSorted()
  .map((file) => readFileSync(join(fixtures, file), 'utf8'))

/** One slip of the pen: something taken out, put in or doubled anywhere in the text. */
const slip = fc.record({
  at: fc.nat(),
  removed: fc.nat(12),
  inserted: fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '\n',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '"',
      "'",
      'null',
      '-1',
      '0',
      '10d',
      '5Gi',
      '<<: *a',
      '!!str ',
      '---\n',
    ),
  ),
})

function apply(text: string, { at, removed, inserted }: { at: number; removed: number; inserted: string }): string {
  const start = at % (text.length + 1)
  return text.slice(0, start) + inserted + text.slice(start + removed)
}

const seed = process.env['FUZZ_SEED'] === undefined ? {} : { seed: Number(process.env['FUZZ_SEED']) }

it('a damaged file is taken or refused with positions inside of it, and never crashes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(slip, { minLength: 1, maxLength: 4 }), (original, slips) => {
      const text = slips.reduce(apply, original)
      const result = loadCluster({ path: 'clusters/x/cluster.yaml', text })
      const diagnostics = result.ok ? result.warnings : result.diagnostics
      const lines = text.split(/\r\n?|\n/)
      if (!result.ok) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      for (const { line, column, message, remedy } of diagnostics) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines.length + 1)
        expect(column).toBeGreaterThanOrEqual(1)
        expect(message).not.toMatch(/undefined|\[object|NaN/)
        expect(remedy).not.toBe('')
      }
    }),
    { numRuns: Math.max(3000, Number(process.env['FUZZ_RUNS'] ?? 0)), ...seed },
  )
}, 3_600_000)
