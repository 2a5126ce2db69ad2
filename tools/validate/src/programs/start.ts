import { spawn } from 'node:child_process'

/** How an attempt to start a program ended. */
export type Attempt = { ok: true } | { ok: false; message: string }

export interface Start {
  program: string
  args: string[]
  env: Record<string, string>
  folder: string
  /** All of them must appear in the log. */
  milestones: RegExp[]
  /** What a program may say when it ends for want of something that only the cluster has. */
  beyondReach?: RegExp
  /** Seconds after which the attempt has failed. */
  timeout: number
  /** Prefix that takes the network away, where the system allows that. */
  isolation: string[]
}

/** Starts a program, waits for its milestones, and ends it. A program that stops before has not taken its arguments. */
export function start({
  program,
  args,
  env,
  folder,
  milestones,
  beyondReach,
  timeout,
  isolation,
}: Start): Promise<Attempt> {
  const [command = program, ...rest] = [...isolation, program, ...args]
  return new Promise((resolve) => {
    const child = spawn(command, rest, {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let log = ''
    const finish = (attempt: Attempt) => {
      clearTimeout(timer)
      child.removeAllListeners('close')
      child.kill('SIGKILL')
      resolve(attempt)
    }
    const missing = () => milestones.filter((milestone) => !milestone.test(log))
    const read = (chunk: Buffer) => {
      log += chunk.toString()
      if (missing().length === 0) finish({ ok: true })
    }
    const timer = setTimeout(() => {
      finish({
        ok: false,
        message: `did not reach ${missing().map(String).join(', ')} in ${timeout} s: ${complaint(log)}`,
      })
    }, timeout * 1000)
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', (error) => {
      finish({ ok: false, message: error.message })
    })
    child.on('close', (code) => {
      finish(
        beyondReach?.test(log) === true ? { ok: true } : { ok: false, message: `exit code ${code}: ${complaint(log)}` },
      )
    })
  })
}

/** The lines of a log that say what is wrong; its end if none does. */
function complaint(log: string): string {
  const lines = log.split('\n').filter((line) => line !== '')
  const errors = lines.filter((line) => /error|unknown|invalid|fatal|panic/i.test(line))
  return (errors.length === 0 ? lines : errors).slice(-3).join(' / ').slice(0, 600)
}

/**
 * The prefix that runs a program without any network, so that a check asks nothing of the outside; empty where the
 * system does not let us.
 */
export async function isolationPrefix(): Promise<string[]> {
  const prefix = ['unshare', '--map-root-user', '--net']
  const attempt = await start({
    program: 'echo',
    args: ['isolated'],
    env: {},
    folder: '.',
    milestones: [/isolated/],
    timeout: 5,
    isolation: prefix,
  })
  return attempt.ok ? prefix : []
}
