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
  console.log(heading(step, position))
  return timed(step, root, (text) => process.stdout.write(text))
}

/** Runs a step beside others: what it prints follows when it has ended, so that their outputs do not mix. */
export async function runBeside(step: Step, position: string, root: string): Promise<StepResult> {
  const printed = [heading(step, position), '\n']
  const result = await timed(step, root, (text) => printed.push(text))
  console.log(printed.join('').trimEnd())
  return result
}

function heading({ name, command }: Step, position: string): string {
  return `\n[${position}] ${name}: ${command.join(' ')}`
}

async function timed(step: Step, root: string, take: (text: string) => void): Promise<StepResult> {
  const start = performance.now()
  const passed = (await exitCode(step, root, take)) === 0
  return { step, passed, seconds: (performance.now() - start) / 1000 }
}

function exitCode({ command: [program, ...args] }: Step, root: string, take: (text: string) => void): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment() })
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take)
    child.on('error', (error) => {
      take(`${program} did not start: ${error.message}\n`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Nx's background process would outlive the tests, and answer with what it saw before them. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, NX_DAEMON: 'false' }
}
