import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** A program on this machine. */
export interface Program {
  ports: Ports
  get(path: string): Promise<Answer>
  stop(): Promise<void>
}

/** Where a program listens on this machine. */
export interface Ports {
  grpc: number
  http: number
}

export interface Answer {
  status: number
  text: string
}

/** Starts a program of Thanos and waits until it answers. */
export function start(thanos: string, args: readonly string[], ports: Ports): Promise<Program> {
  const { grpc, http } = ports
  return startAt(thanos, [...args, `--grpc-address=127.0.0.1:${grpc}`, `--http-address=127.0.0.1:${http}`], ports)
}

/** Starts a program that is told by its arguments where to listen, and waits until it answers at its port of HTTP. */
export async function startAt(tool: string, args: readonly string[], ports: Ports): Promise<Program> {
  const child = spawn(tool, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, POD_NAME: 'pod-0' },
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2000)))
  const program: Program = {
    ports,
    get: (path) => get(`http://127.0.0.1:${ports.http}${path}`),
    stop: () => stop(child),
  }
  await until(
    async () => (await program.get('/-/healthy').catch(() => undefined))?.status === 200,
    () => said,
  )
  return program
}

/** Waits for something, at most half a minute. @throws Error with what was seen last */
export async function until(holds: () => Promise<boolean>, seen: () => string = () => ''): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await setTimeout(200)) if (await holds()) return
  throw new Error(`did not happen in 30 s: ${seen()}`)
}

async function get(url: string): Promise<Answer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000) })
  return { status: response.status, text: await response.text() }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Two ports that nobody has. */
export async function freePorts(): Promise<Ports> {
  return { grpc: await freePort(), http: await freePort() }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
