/**
 * `npm run test:nightly`: the tests that try random inputs, with many more of them than `npm test` has time for. Another
 * number, or the seed of a failure, is given as FUZZ_RUNS and FUZZ_SEED.
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
const runs = process.env['FUZZ_RUNS'] ?? '20000'
const seed = process.env['FUZZ_SEED'] ?? String(Date.now() % 2 ** 31)
console.log(`random inputs: FUZZ_RUNS=${runs} FUZZ_SEED=${seed}`)
const { status } = spawnSync('vitest', ['run', '.fuzz.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed },
})
process.exitCode = status ?? 1
