/** `npm test`: every check of the repository, stage after stage, all of them even if one fails. */
import { eachLimited } from '@thanos-fleet/cli-tools'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runBeside, runStep, type StepResult } from './run-step.ts'
import { stages, vitest } from './steps.ts'
import { testCounts } from './test-counts.ts'

const root = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'thanos-fleet-test-'))
const report = join(folder, 'vitest.json')

const count = stages.flat().length + 1
const results: StepResult[] = []
for (const stage of stages) {
  const before = results.length
  const run = stage.length === 1 ? runStep : runBeside
  results.push(
    ...(await eachLimited(stage, availableParallelism(), async (step, index) => {
      const result = await run(step, `${before + index + 1}/${count}`, root)
      console.log(`${result.passed ? 'passed' : 'FAILED'}: ${step.name} (${result.seconds.toFixed(1)} s)`)
      return result
    })),
  )
}
const tested = await runStep(vitest(report), `${count}/${count}`, root)
const tests = testCounts(existsSync(report) ? readFileSync(report, 'utf8') : undefined)
rmSync(folder, { recursive: true })

// The tests count one by one, every other step as one. This line is the last one, whatever happened.
const passed = results.filter((result) => result.passed).length + tests.passed
const failed = results.filter((result) => !result.passed).length + tests.failed
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = tested.passed && failed === 0 ? 0 : 1
