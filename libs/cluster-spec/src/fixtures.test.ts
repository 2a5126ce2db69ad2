import { existsSync, readFileSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { formatDiagnostics } from '@thanos-fleet/diagnostics'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ClusterFolder, checkFleet, jsonSchema, linkFleet, loadCluster } from './index.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures')
const files = join(fixtures, 'files')

/** Files that not every disk can have, or that would only take room on it. */
const imagined = new Map([
  ...[
    'a b.yaml',
    'ä.yaml',
    'a:b.yaml',
    'a\nb.yaml',
    '..a.yaml',
    `long-${'a'.repeat(245)}.yml`,
    'UPPER.YAML',
    'own.JSON',
    'text.txt',
  ]
    .concat(['twice.yml', 'more/twice.yaml', 'Twice.yaml'])
    .map((name): [string, string] => [`names/${name}`, 'groups: []\n']),
  // One is above the bound by its bytes alone, which are two for each character.
  ['names/large.yaml', `groups: []\n${'#'.repeat(960 * 1024)}`],
  ['names/large.json', `{"title":"${'ä'.repeat(480 * 1024)}"}`],
  ['cluster.yaml', ''],
  ['patches/own.yaml', 'groups: []'],
])

const pathsBelow = (cwd: string) => globSync('**/*.*', { cwd }).map((path) => path.replaceAll('\\', '/'))

/** The folder beside a fixture: files that `extra` may name, and objects if there are any of the fixture's name. */
function folderOf(name: string): ClusterFolder {
  const objects = join(fixtures, 'objects', name)
  const own = new Set(pathsBelow(objects).map((path) => `objects/${path}`))
  return {
    files: () => [...imagined.keys(), ...pathsBelow(files), ...own],
    read: (path) =>
      imagined.get(path) ??
      readFileSync(own.has(path) ? join(objects, path.slice('objects/'.length)) : join(files, path)),
  }
}

const invalid = globSync('invalid/*.yaml', { cwd: fixtures })
  .map((path) => basename(path, '.yaml'))
  .toSorted()
const valid = globSync('valid/*.yaml', { cwd: fixtures })
  .map((path) => basename(path, '.yaml'))
  .toSorted()

describe('bad input', () => {
  it('has a fixture for at least 40 mistakes', () => {
    expect(invalid.length).toBeGreaterThanOrEqual(40)
  })

  // `vitest -u` writes the expected reports.
  it.each(invalid)('%s is reported as expected', async (name) => {
    const text = readFileSync(join(fixtures, 'invalid', `${name}.yaml`))
    const result = loadCluster({ path: 'clusters/x/cluster.yaml', text }, folderOf(name))
    const report = formatDiagnostics(result.ok ? result.warnings : result.diagnostics)
    await expect(report).toMatchFileSnapshot(join(fixtures, 'invalid', `${name}.expected.txt`))
    const code = name.split('.')[0] ?? ''
    if (code !== 'several-errors') expect(report).toContain(`[${code}]`)
  })

  it('has a fixture for every code that the sources can report', () => {
    const sources = globSync('**/*.ts', { cwd: import.meta.dirname }).filter((path) => !path.endsWith('.test.ts'))
    const text = sources.map((path) => readFileSync(join(import.meta.dirname, path), 'utf8')).join('\n')
    const codes = [...text.matchAll(/\bcode: '([a-z0-9]+(?:-[a-z0-9]+)+)'/g)].map((match) => match[1] ?? '')
    const reported = [
      ...invalid.map((name) => readFileSync(join(fixtures, 'invalid', `${name}.expected.txt`), 'utf8')),
      ...globSync(['fleet/*/expected.txt', 'fleet-file/invalid/*/expected.txt'], { cwd: fixtures }).map((path) =>
        readFileSync(join(fixtures, path), 'utf8'),
      ),
    ].join('\n')
    // Two clusters of one name cannot be in two folders that have their names; fleet.test.ts has the case of a copy.
    const missing = [...new Set(codes)].filter(
      (code) => !reported.includes(`[${code}]`) && code !== 'duplicate-cluster',
    )
    expect(codes.length).toBeGreaterThan(40)
    expect(missing).toEqual([])
  })
})

describe('good input', () => {
  const schema = z.fromJSONSchema(JSON.parse(jsonSchema()))

  it.each(valid)('%s is taken without a warning, and by the JSON Schema of editors', (name) => {
    const text = readFileSync(join(fixtures, 'valid', `${name}.yaml`), 'utf8')
    const result = loadCluster({ path: `clusters/${name}/cluster.yaml`, text }, folderOf(name))
    expect(result.ok ? result.warnings : result.diagnostics).toEqual([])
    expect(schema.safeParse(parse(text)).error).toBeUndefined()
  })
})

describe('several clusters', () => {
  it.each(globSync('fleet/*', { cwd: fixtures }))('%s', async (set) => {
    const names = globSync('*.yaml', { cwd: join(fixtures, set) })
      .map((file) => basename(file, '.yaml'))
      .toSorted()
    const clusters = names.map((name) => {
      const path = `clusters/${name}/cluster.yaml`
      const result = loadCluster({ path, text: readFileSync(join(fixtures, set, `${name}.yaml`)) })
      if (!result.ok) throw new Error(formatDiagnostics(result.diagnostics))
      return result
    })
    const removed = join(fixtures, set, 'gone.txt')
    const gone = existsSync(removed) ? readFileSync(removed, 'utf8').trim().split('\n') : []
    const between = [...checkFleet(clusters), ...linkFleet(clusters, { names, gone }).diagnostics]
    await expect(formatDiagnostics(between)).toMatchFileSnapshot(join(fixtures, set, 'expected.txt'))
  })
})
