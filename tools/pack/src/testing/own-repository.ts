import { place } from '@thanos-fleet/product'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** What a program left. */
export interface Finished {
  code: number | null
  out: string
  err: string
}

/**
 * An empty folder that becomes a repository with the package installed. What the package depends on is linked from the
 * working tree, so that installing asks no registry.
 */
export class OwnRepository {
  readonly path = mkdtempSync(join(tmpdir(), 'thanos-fleet-own-'))
  readonly package = join(this.path, 'node_modules/thanos-fleet')

  constructor() {
    for (const name of ['nx', 'node', '@kubernetes/client-node', '.bin/nx', '.bin/node']) this.#link(name)
    mkdirSync(join(this.path, 'node_modules/.bin'), { recursive: true })
    symlinkSync('../thanos-fleet/dist/main.js', join(this.path, 'node_modules/.bin/thanos-fleet'))
  }

  #link(name: string): void {
    const link = join(this.path, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(place.root, 'node_modules', name), link)
  }

  /** As `npm install` of a tarball does: what was there is replaced. */
  install(tarball: string): void {
    rmSync(this.package, { recursive: true, force: true })
    mkdirSync(this.package)
    const { code, err } = this.run('tar', '-xzf', tarball, '--strip-components=1', '-C', this.package)
    if (code !== 0) throw new Error(err)
  }

  /** Takes the tools that the working tree has built, instead of building them again. */
  shareTools(): void {
    mkdirSync(join(this.path, '.tools'))
    for (const name of ['bin', 'schemas']) {
      const built = join(place.root, '.tools', name)
      mkdirSync(built, { recursive: true })
      symlinkSync(built, join(this.path, '.tools', name))
    }
  }

  run(program: string, ...args: string[]): Finished {
    const search = [join(this.path, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
    const env = { ...process.env, NX_DAEMON: 'false', PATH: search }
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: this.path, env, encoding: 'utf8' })
    return { code: status, out: stdout, err: stderr }
  }

  /** As `npx nx run …` does. */
  nx(...args: string[]): Finished {
    return this.run('nx', 'run', ...args)
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8')
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.path, path), text)
  }

  exists(path: string): boolean {
    return existsSync(join(this.path, path))
  }

  /** The paths of all files of the installed package. */
  packageFiles(): string[] {
    return globSync('**', { cwd: this.package }).sort()
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
