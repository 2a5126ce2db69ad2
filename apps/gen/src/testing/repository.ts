import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { listTree } from '../files/tree.ts'
import { runFleet, type RunOptions, type RunResult } from '../fleet/run.ts'

/** A repository in a temporary folder, whose clusters are understood by the small generator. */
export class TestRepository {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'thanos-fleet-gen-')))

  /** Writes a cluster.yaml that wants these files, by their path from the cluster's folder. */
  cluster(name: string, files: Record<string, string>, more: object = {}): void {
    this.write(`clusters/${name}/cluster.yaml`, stringify({ files, ...more }))
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true })
    writeFileSync(join(this.path, path), text)
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8')
  }

  /** All files and links below a folder. */
  files(folder = '.'): string[] {
    return [...listTree(join(this.path, folder), true)]
      .filter(([, kind]) => kind !== 'directory')
      .map(([path]) => path)
      .sort()
  }

  /** What changes whenever anything is written: for proving that nothing was. */
  state(): Record<string, string> {
    const paths = [...listTree(this.path, true).keys()]
    return Object.fromEntries(
      paths.map((path) => {
        const { ino, mtimeMs, size } = statSync(join(this.path, path), { throwIfNoEntry: false }) ?? {}
        return [path, `${ino} ${mtimeMs} ${size}`]
      }),
    )
  }

  run(options: Partial<RunOptions> = {}): Promise<RunResult> {
    const generatorUrl = new URL('./small-generator.ts', import.meta.url).href
    return runFleet({
      repository: this.path,
      generatorUrl,
      names: [],
      mode: 'write',
      force: false,
      threads: 0,
      ...options,
    })
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
