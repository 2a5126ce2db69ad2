import { spawn } from 'node:child_process'

export interface Output {
  code: number
  stdout: string
  stderr: string
}

/** `kubectl` with the kubeconfig of the cluster under test. */
export class Kubectl {
  readonly #program: string
  readonly #kubeconfig: string

  constructor(program: string, kubeconfig: string) {
    this.#program = program
    this.#kubeconfig = kubeconfig
  }

  /** Runs it to its end. @throws Error when it cannot be started */
  run(args: readonly string[], input = ''): Promise<Output> {
    return run(this.#program, ['--kubeconfig', this.#kubeconfig, ...args], input)
  }

  /** Runs it and gives its standard output. @throws Error with its standard error when it fails */
  async ok(args: readonly string[], input = ''): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, input)
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr.trim()}`)
    return stdout
  }
}

/** Runs any program to its end. @throws Error when it cannot be started */
export function run(program: string, args: readonly string[], input = '', env: Record<string, string> = {}): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      resolve({ code: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
    // A program that does not read its input may close it first.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
