import { type Finished, run } from '@thanos-fleet/cli-tools'

/** `kubectl` with the kubeconfig of the cluster under test. */
export class Kubectl {
  readonly #program: string
  readonly #kubeconfig: string

  constructor(program: string, kubeconfig: string) {
    this.#program = program
    this.#kubeconfig = kubeconfig
  }

  /** Runs it to its end. @throws Error when it cannot be started */
  run(args: readonly string[], input = ''): Promise<Finished> {
    return run(this.#program, ['--kubeconfig', this.#kubeconfig, ...args], input)
  }

  /** Runs it and gives its standard output. @throws Error with its standard error when it fails */
  async ok(args: readonly string[], input = ''): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, input)
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr.trim()}`)
    return stdout
  }
}
