import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ToolName, toolVersion } from '@thanos-fleet/cli-tools'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { Failure } from '../failure.ts'
import { type ContainerOf, containersOf, filesOf, materialise, relocate } from './sandbox.ts'
import { type Program, programOf } from './milestones.ts'
import { standInCertificates } from './certificates.ts'
import { standInCredentials } from './credentials.ts'
import { type Attempt, isolationPrefix, start } from './start.ts'

/** What came of starting the programs of a cluster. */
export interface Started {
  started: number
  /** Containers whose program cannot be started here, with the reason. */
  unchecked: string[]
  failures: Failure[]
}

/** Starts programs and remembers what came of it: clusters share most of their containers. */
export class Programs {
  readonly #tools: Record<ToolName, string>
  readonly #attempts = new Map<string, Promise<Attempt>>()
  #isolation: Promise<string[]> | undefined

  constructor(tools: Record<ToolName, string>) {
    this.#tools = tools
  }

  /** Starts the program of every container with its own arguments and files, in the version that its image names. */
  async check(cluster: string, objects: readonly KubeObject[]): Promise<Started> {
    const result: Started = { started: 0, unchecked: [], failures: [] }
    for (const container of containersOf(objects)) {
      const { name, image = '', args = [] } = container.container
      const program = programOf(name)
      if ('unchecked' in program) {
        result.unchecked.push(`${container.subject}: ${program.unchecked}`)
        continue
      }
      const other = await otherVersion(image, program.tool)
      if (other !== null) {
        result.unchecked.push(`${container.subject}: ${other}`)
        continue
      }
      const files = filesOf(container, objects)
      const key = createHash('sha256')
        .update(JSON.stringify([image, args, [...files]]))
        .digest('hex')
      const attempt = await this.#once(key, () => this.#start(container, files, program))
      if (attempt.ok) result.started++
      else result.failures.push({ cluster, check: 'start', subject: container.subject, message: attempt.message })
    }
    return result
  }

  #once(key: string, attempt: () => Promise<Attempt>): Promise<Attempt> {
    const known = this.#attempts.get(key) ?? attempt()
    this.#attempts.set(key, known)
    return known
  }

  async #start(
    of: ContainerOf,
    files: ReadonlyMap<string, string>,
    { tool, milestones, beyondReach }: Program,
  ): Promise<Attempt> {
    this.#isolation ??= isolationPrefix()
    const root = mkdtempSync(join(tmpdir(), 'thanos-fleet-'))
    try {
      const moved = new Map([...files].map(([path, text]) => [path, harmless(relocate(text, of, root))]))
      materialise(of, moved, root)
      await standInCertificates(of, root)
      standInCredentials(of, root)
      const env = environment(of, (value) => relocate(value, of, root))
      const args = (of.container.args ?? []).map((arg) => relocate(expand(audible(arg), env), of, root))
      return await start({
        program: this.#tools[tool],
        args: [...args, ...offline(tool)],
        env,
        folder: root,
        milestones,
        timeout: 30,
        ...(beyondReach === undefined ? {} : { beyondReach }),
        isolation: await this.#isolation,
      })
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
}

/** Why the tool cannot vouch for an image: it is another version. A channel may be ahead of the pinned tools. */
async function otherVersion(image: string, tool: ToolName): Promise<string | null> {
  const tag = /:v?([^:@/]+)(@|$)/.exec(image)?.[1] ?? ''
  const version = await toolVersion(tool)
  return tag === version ? null : `the image has version ${tag}, the tool that could check it ${version}`
}

/** Stands in for what a Secret has. Azure's client takes a key in Base64 only, which no other one minds. */
const secretText = Buffer.from('stand-in').toString('base64')

let privateKey: string | undefined

/** Oracle's client reads its key when it starts. Made once: that takes long. */
function secretFor(variable: string): string {
  if (!variable.endsWith('PRIVATE_KEY')) return secretText
  privateKey ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey.replaceAll('\n', '\\n')
  return privateKey
}

/** The environment of a container; what comes from Secrets and the pod is stood in for. */
function environment({ container }: ContainerOf, moved: (value: string) => string): Record<string, string> {
  const standIns: Record<string, string> = { 'status.podIP': '127.0.0.1', 'metadata.name': 'pod-0' }
  return Object.fromEntries(
    (container.env ?? []).map(({ name, value, valueFrom }) => [
      name,
      (value === undefined ? undefined : moved(value)) ??
        standIns[valueFrom?.fieldRef?.fieldPath ?? ''] ??
        secretFor(name),
    ]),
  )
}

/** Kubernetes replaces `$(NAME)` in arguments. */
function expand(arg: string, env: Record<string, string>): string {
  return arg.replace(/\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g, (whole, name: string) => env[name] ?? whole)
}

/** Programs that log only warnings would not say how far they got. */
function audible(arg: string): string {
  return arg.replace(/^(--log\.level=)(warn|error)$/, '$1info')
}

/** Points the object store at a port where nobody listens: the configuration is parsed, the bucket is never asked. */
function harmless(text: string): string {
  return text.replace(/^(\s+endpoint: ).*$/gm, '$1127.0.0.1:1')
}

/** kube-state-metrics wants an API server before anything else; an address that refuses is enough to parse its flags. */
function offline(tool: ToolName): string[] {
  return tool === 'kube-state-metrics' ? ['--apiserver=http://127.0.0.1:1'] : []
}
