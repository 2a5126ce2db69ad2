import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { formatDiagnostics } from '@thanos-fleet/diagnostics'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fleetSchemaText } from '../index.ts'
import { loadFixture } from './testing.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/fleet-file')
const named = (kind: string) =>
  globSync(`${kind}/*`, { cwd: fixtures })
    .map((path) => basename(path))
    .toSorted()

describe('a wrong fleet.yaml', () => {
  it('has a fixture for at least 25 mistakes', () => {
    expect(named('invalid').length).toBeGreaterThanOrEqual(25)
  })

  // `vitest -u` writes the expected reports.
  it.each(named('invalid'))('%s is reported as expected, each mistake once', async (name) => {
    const report = formatDiagnostics(loadFixture(join(fixtures, 'invalid', name)).diagnostics)
    await expect(report).toMatchFileSnapshot(join(fixtures, 'invalid', name, 'expected.txt'))
    const places = [...report.matchAll(/^(\S+:\d+:\d+): .*(\[[a-z0-9-]+\])$/gm)].map(
      ([, place, code]) => `${place} ${code}`,
    )
    expect(new Set(places).size).toBe(places.length)
    expect(places.length).toBeGreaterThan(0)
  })

  it('never repeats a password', () => {
    const reports = named('invalid').map((name) =>
      readFileSync(join(fixtures, 'invalid', name, 'expected.txt'), 'utf8'),
    )
    expect(reports.join('')).not.toMatch(/s3cr3t|ghp_|private_token=abc/)
  })
})

describe('a good fleet.yaml', () => {
  const schema = z.fromJSONSchema(JSON.parse(fleetSchemaText()))

  it.each(named('valid'))('%s is taken without a warning, and by the JSON Schema of editors', (name) => {
    const folder = join(fixtures, 'valid', name)
    expect(loadFixture(folder).diagnostics).toEqual([])
    const written: unknown = parse(readFileSync(join(folder, 'fleet.yaml'), 'utf8'))
    expect(schema.safeParse(written ?? {}).error).toBeUndefined()
  })
})
