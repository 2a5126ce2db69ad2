import { expect, test } from 'vitest'
import { diagnose } from './diagnose.ts'
import { loadCluster, loadFleet } from './index.ts'
import { parseYaml } from './yaml/parse.ts'

/**
 * So many that work which grows with their square takes minutes, ten times what a test may take and more; in a line it
 * is seconds.
 */
const many = 20_000
const lines = (line: (index: number) => string, count = many) => Array.from({ length: count }, (_, at) => line(at))

const start = 'name: x\nmode: receive-mode\nobjectStore: { type: GCS, bucket: b, credentials: { secret: s } }\n'
const mapping = (head: string, entry: (index: number) => string) => `${head}:\n${lines(entry).join('\n')}\n`

test.each([
  ['unknown keys', lines((at) => `k${at}: 1`).join('\n'), 'unknown-key'],
  ['duplicate keys', lines(() => 'ring: a').join('\n'), 'duplicate-key'],
  ['values of the wrong type', mapping('externalLabels', (at) => `  l${at}: 1`), 'wrong-type'],
  [
    'mappings with an unknown key',
    mapping('receive:\n  limits:\n    tenants', (at) => `      t${at}: { x: 1 }`),
    'unknown-key',
  ],
  [
    'tenants that are there already',
    `receive: { hashrings: [{ name: a, tenants: [${lines(() => 't').join(', ')}] }, { name: b }] }`,
    'tenant-matched-twice',
  ],
])('a cluster.yaml with 20,000 %s is answered', (_what, text, code) => {
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text: `${start}${text}\n` })
  const found = loaded.ok ? [] : loaded.diagnostics.filter((one) => one.code === code)
  expect(found.length).toBeGreaterThanOrEqual(many - 1)
})

test.each([
  ['unknown keys', lines((at) => `k${at}: 1`).join('\n')],
  ['unknown keys among the defaults', mapping('defaults:\n  all:\n    query', (at) => `      k${at}: 1`)],
  ['rings of one name', `rings: [${lines(() => '{ name: a }').join(', ')}]`],
])('a fleet.yaml with 20,000 %s is answered', (_what, text) => {
  expect(loadFleet(text).diagnostics.length).toBeGreaterThanOrEqual(many - 1)
})

test('a position is found without going through the whole mapping', () => {
  const yaml = parseYaml(`${lines((at) => `k${at}: 1`, 3 * many).join('\n')}\n`)
  if (Array.isArray(yaml)) throw new Error('not read')
  const found = lines((at) => String(yaml.locate([`k${at}`]).line), 3 * many)
  expect(found).toEqual(lines((at) => String(at + 1), 3 * many))
})

test('findings are said once without comparing each with each', () => {
  const findings = Array.from({ length: 10 * many }, (_, at) => ({
    code: 'unknown-key',
    position: { line: Math.floor(at / 2) + 1, column: 1 },
    message: 'm',
    remedy: 'r',
  }))
  expect(diagnose('clusters/x/cluster.yaml', findings)).toHaveLength(5 * many)
})
