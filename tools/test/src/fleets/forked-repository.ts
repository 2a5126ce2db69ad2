import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fork } from './copy.ts'

/** How a program ended. */
export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** A copy of this repository with a history of its own, where the generator runs from its sources as they are there. */
export class ForkedRepository {
  readonly folder: string

  /** @param clusters texts of `cluster.yaml` by the names of their folders */
  constructor(root: string, clusters: Readonly<Record<string, string>>) {
    this.folder = fork(root, clusters)
    appendFileSync(join(this.folder, '.git/info/exclude'), '.tools\n')
    this.git('config', 'user.name', 'A team')
    this.git('config', 'user.email', 'team@example.com')
    this.git('rm', '--cached', '--quiet', '--ignore-unmatch', '.tools')
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  /** Replaces what a pattern finds, and nothing else. @throws Error where it finds nothing */
  edit(path: string, pattern: RegExp, replacement: string): void {
    const text = this.read(path)
    const edited = text.replace(pattern, replacement)
    if (edited === text) throw new Error(`${path} has nothing like ${pattern}: change this test with it`)
    this.write(path, edited)
  }

  tryGit(...args: string[]): Ended {
    return this.#start('git', args)
  }

  /** @returns the lines of standard output */
  git(...args: string[]): string[] {
    const { status, stdout, stderr } = this.tryGit(...args)
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stdout}${stderr}`)
    return stdout.split('\n').filter((line) => line !== '')
  }

  gen(...args: string[]): Ended {
    return this.#start('node', ['apps/gen/src/main.ts', ...args])
  }

  /** Generates and commits everything. @throws Error where the generator refuses */
  generated(message: string): void {
    const { status, stderr } = this.gen('overlays')
    if (status !== 0) throw new Error(`${message}: ${stderr}`)
    this.git('add', '--all')
    this.git('commit', '--quiet', '-m', message)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #start(command: string, args: readonly string[]): Ended {
    const path = `${join(this.folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
    const env = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', GIT_CONFIG_GLOBAL: '/dev/null', PATH: path }
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    return { status, stdout, stderr }
  }
}
