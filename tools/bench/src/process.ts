import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** A program with its arguments. */
export interface Command {
  program: string
  args: readonly string[]
  /** Where it runs; by default where this process does. */
  cwd?: string
}

/**
 * Runs a program to its end.
 *
 * @returns milliseconds from its start to its exit
 * @throws Error with what it wrote to standard error, if it does not start or its exit code is not 0
 */
export function timed({ program, args, cwd }: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(cwd === undefined ? {} : { cwd }) })
    const messages: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => messages.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const milliseconds = performance.now() - start
      if (code === 0) resolve(milliseconds)
      else reject(new Error(`${program} ${args.join(' ')}: exit code ${code}\n${Buffer.concat(messages).toString()}`))
    })
  })
}
