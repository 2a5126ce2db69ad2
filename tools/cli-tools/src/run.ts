import { spawn } from 'node:child_process'

/** What a finished process left. */
export interface Finished {
  /** null where a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

/**
 * Runs a program to its end.
 * @param env variables beside those of this process
 * @throws Error when it cannot be started
 */
export function run(
  program: string,
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
    // A program that does not read its input may close it first; its exit code tells what matters.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** Runs a program that must succeed. @throws Error with what it said when it does not */
export async function succeed(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const finished = await run(program, args, '', env)
  if (finished.code !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${finished.stderr.trim() || finished.stdout.trim()}`)
  return finished
}
