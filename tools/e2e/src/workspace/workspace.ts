import { type ClusterFolder, type ClusterSpec, loadCluster } from '@thanos-fleet/cluster-spec'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import type { Versions } from '@thanos-fleet/images'
import type { State } from '@thanos-fleet/kustomize'
import { clusterFiles, desired, overlayFiles } from '@thanos-fleet/stack'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type ClusterName, clusterText } from './clusters.ts'
import { merge } from './merge.ts'

export interface Generated {
  spec: ClusterSpec
  state: State
  /** The folder that `kubectl apply -k` takes. */
  folder: string
}

/**
 * A cluster under test with the test's settings, and what the generator makes of it: what a fork of this
 * repository would have. Every change during the test goes through its `cluster.yaml`, as a pull request would.
 */
export class Workspace {
  readonly root: string
  readonly #name: string
  #text: string
  /** What the fork has in place of versions.json. */
  #versions: Versions | undefined

  /**
   * @param root an empty folder
   * @param settings what depends on the machines
   */
  constructor(root: string, cluster: ClusterName, settings: Record<string, unknown>) {
    this.root = root
    this.#name = cluster
    cpSync(join(repositoryRoot, 'tools/e2e/settings/files'), this.folder, { recursive: true })
    const patches = join(repositoryRoot, 'tools/e2e/settings/patches', cluster)
    if (existsSync(patches)) cpSync(patches, join(this.folder, 'patches'), { recursive: true })
    this.#text = merge(clusterText(cluster), settings)
    write(root, overlayFiles())
  }

  get folder(): string {
    return join(this.root, 'clusters', this.#name)
  }

  /** The text of `cluster.yaml`. */
  get text(): string {
    return this.#text
  }

  /** Replaces `cluster.yaml` and generates. @throws Error with all diagnostics when the file is refused */
  set(text: string): Generated {
    const path = `clusters/${this.#name}/cluster.yaml`
    const loaded = loadCluster({ path, text }, folderOf(this.folder))
    if (!loaded.ok)
      throw new Error(
        loaded.diagnostics.map(({ line = 0, message, remedy }) => `${path}:${line}: ${message}; ${remedy}`).join('\n'),
      )
    this.#text = text
    const state = desired(loaded.spec, this.#versions)
    this.#removeGenerated()
    write(this.root, new Map([...clusterFiles(loaded.spec, this.#patches(), state), [path, text]]))
    return { spec: loaded.spec, state, folder: this.folder }
  }

  /** What versions.json says from now on; undefined: what the repository's says. Takes effect with the next generation. */
  versions(versions: Versions | undefined): void {
    this.#versions = versions
  }

  /** Merges settings into `cluster.yaml` and generates. */
  change(settings: Record<string, unknown>): Generated {
    return this.set(merge(this.#text, settings))
  }

  /** A hand-written patch of the cluster; null takes it away. Takes effect with the next generation. */
  patch(name: string, text: string | null): void {
    const path = join(this.folder, 'patches', name)
    if (text === null) rmSync(path, { force: true })
    else {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }

  /** A file that `extra` names, such as `rules/e2e.yaml`. */
  file(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  #patches(): string[] {
    const folder = join(this.folder, 'patches')
    return existsSync(folder)
      ? readdirSync(folder)
          .toSorted()
          .map((name) => `patches/${name}`)
      : []
  }

  #removeGenerated(): void {
    if (!existsSync(this.folder)) return
    for (const name of readdirSync(this.folder)) {
      if (!['patches', 'extra'].includes(name)) rmSync(join(this.folder, name), { recursive: true })
    }
  }
}

function folderOf(root: string): ClusterFolder {
  return {
    files: () =>
      existsSync(root)
        ? readdirSync(root, { recursive: true, encoding: 'utf8' })
            .filter((path) => statSync(join(root, path)).isFile())
            .map((path) => relative(root, join(root, path)).split(sep).join('/'))
        : [],
    read: (path) => readFileSync(join(root, path)),
  }
}

function write(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}
