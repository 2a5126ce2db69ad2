/**
 * `npm run test:nightly`: everything that is random, with many more inputs than `npm test` has time for. The options say
 * how many and from which seed; each test prints what it tried, and how often.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { summaryOf } from './test-counts.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Documents, command lines and the like, of each kind. */
    inputs: { type: 'string', default: '20000' },
    /** Clusters of the schema, of which each is generated, asked every obligation, and validated by all programs. */
    clusters: { type: 'string', default: '2000' },
    /** States of which an overlay has to make one of the other, by the real kustomize. */
    pairs: { type: 'string', default: '20000' },
    /** How often every object of every mode is patched, by the real kustomize. */
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const { inputs, clusters, pairs, rounds, seed } = values
const said = Object.entries({ inputs, clusters, pairs, rounds, seed }).map(([name, value]) => `--${name} ${value}`)

const root = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'thanos-fleet-nightly-'))
const report = join(folder, 'vitest.json')
console.log(`random tests: ${said.join(' ')}`)
const files = positionals.length > 0 ? positionals : ['.fuzz.test.ts']
// A line for each test as soon as it ends: a run takes hours. As many inputs as one may ask for take as long as they take.
const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`]
const { status } = spawnSync('vitest', ['run', ...files, ...reporters, `--testTimeout=${6 * 3_600_000}`], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    RANDOM_INPUTS: inputs,
    RANDOM_CLUSTERS: clusters,
    RANDOM_PAIRS: pairs,
    RANDOM_ROUNDS: rounds,
    RANDOM_SEED: seed,
  },
})
console.log(`\nrandom tests: ${said.join(' ')}`)
for (const line of summaryOf(existsSync(report) ? readFileSync(report, 'utf8') : undefined)) console.log(line)
rmSync(folder, { recursive: true })
process.exitCode = status ?? 1
