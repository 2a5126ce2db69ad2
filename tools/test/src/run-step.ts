import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import type { Step } from './steps.ts'

export interface StepResult {
  step: Step
  passed: boolean
  seconds: number
}

/**
 * Runs a step with its output passed on as it comes, after a line that says what starts.
 *
 * @param position `3/8`
 */
export async function runStep(step: Step, position: string, root: string): Promise<StepResult> {
  console.log(`\n[${position}] ${step.name}: ${step.command.join(' ')}`)
  const start = performance.now()
  const passed = (await exitCode(step, root)) === 0
  const seconds = (performance.now() - start) / 1000
  return { step, passed, seconds }
}

function exitCode({ command: [program, ...args] }: Step, root: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: environment() })
    child.on('error', (error) => {
      console.error(`${program} did not start: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Nx's background process would outlive the tests, and answer with what it saw before them. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, NX_DAEMON: 'false' }
}
