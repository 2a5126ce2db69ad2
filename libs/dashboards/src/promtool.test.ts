import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { dashboards } from './dashboards.ts'
import { queries, substitute } from './queries.ts'
import { everything, exampleValues, modes } from './testing.ts'

/** The built program of the pinned version; the environment may name another. */
const promtool = process.env['PROMTOOL'] ?? fileURLToPath(new URL('../../../.tools/bin/promtool', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'dashboards-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** promtool's verdict on expressions, taken for recording rules: it then also checks the types of all arguments. */
function check(expressions: readonly string[]): string {
  const file = join(folder, 'rules.json')
  const rules = expressions.map((expr, index) => ({ record: `query_${index}`, expr }))
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'queries', rules }] }))
  return execFileSync(promtool, ['check', 'rules', '--lint=none', file], { encoding: 'utf8', stdio: 'pipe' })
}

test.each(modes)('Prometheus understands every query of %s', (mode) => {
  const expressions = Object.values(dashboards(everything(mode)))
    .flatMap((text) => queries(text))
    .map(({ expr }) => substitute(expr, exampleValues))
  expect(expressions.length).toBeGreaterThan(100)
  expect(check(expressions)).toContain(`SUCCESS: ${expressions.length} rules found`)
})

test('a query that adds up a range is refused, so that the check is known to see types', () => {
  expect(() => check(['sum(up[5m])'])).toThrow('expected type instant vector')
})
