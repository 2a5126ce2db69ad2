import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadCluster } from './index.ts'
import { damaged } from './testing/slips.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'valid')
const texts = globSync('*.yaml', { cwd: fixtures })
  .toSorted()
  .map((file) => readFileSync(join(fixtures, file), 'utf8'))

const seed = process.env['RANDOM_SEED'] === undefined ? {} : { seed: Number(process.env['RANDOM_SEED']) }

it('a damaged file is taken or refused with positions inside of it, and never crashes', () => {
  fc.assert(
    fc.property(damaged(texts), (text) => {
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
    { numRuns: Math.max(3000, Number(process.env['RANDOM_INPUTS'] ?? 0)), ...seed },
  )
}, 3_600_000)
