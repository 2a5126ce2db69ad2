import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { faults } from '../faults/index.ts'
import { documentPath, refreshed, withMeasured } from './report.ts'

const document = readFileSync(join(repositoryRoot, documentPath), 'utf8')

it('has a row for each fault and mode, whose promise is the one that the test checks', () => {
  expect(document, 'run: node tools/e2e/src/harness/refresh.ts').toBe(refreshed(document))
  for (const { name, modes, promise } of faults) {
    for (const mode of modes) {
      const row = document.split('\n').find((line) => line.startsWith(`| \`${name}\``) && line.includes(`| ${mode} |`))
      expect(row).toContain(promise.continues)
    }
  }
})

it('changes one measurement and keeps all others', () => {
  const [first, second] = faults
  if (first === undefined || second === undefined) throw new Error('there are faults')
  const mode = (fault: typeof first) => fault.modes[0] ?? ''
  const one = withMeasured(document, first.name, mode(first), [{ what: 'samples lost', value: '0 of 12 | 13' }])
  const both = withMeasured(one, second.name, mode(second), [{ what: 'queries failed', value: '3' }])
  expect(both).toContain('samples lost: 0 of 12 \\| 13 |')
  expect(both).toContain('queries failed: 3 |')
  expect(refreshed(both)).toBe(both)
})
