import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { extraFolder } from '../settings/extra-folder.ts'
import type { Accepted } from './accepted-cluster.ts'

const program = resolve(import.meta.dirname, '../../../../apps/gen/src/main.ts')

/**
 * Generates clusters in a folder of their own and validates them with all programs.
 * @returns what failed, with the file of the cluster that it is about
 */
export function failuresOf(clusters: readonly Accepted[]): string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'thanos-fleet-accepted-')))
  try {
    for (const { name, text, cluster } of clusters) {
      write(join(folder, 'clusters', name, 'cluster.yaml'), text)
      const named = Object.values(cluster.spec.extra).flat()
      for (const { path } of named) write(join(folder, 'clusters', name, path), extraFolder.read(path))
    }
    const generated = gen(folder, 'overlays')
    if (generated.status !== 0) {
      const errors = generated.stderr.split('\n').filter((line) => !line.includes(': warning: '))
      return [`gen overlays: exit code ${generated.status}`, ...errors, ...about(clusters, errors)]
    }
    const { status, stderr } = gen(folder, 'validate')
    if (status === 0) return []
    const said = stderr
      .split('\n')
      .filter((line) => !/: ok$|^kustomize built|^kubeconform has|failure\(s\)$/.test(line))
    return [`gen validate: exit code ${status}`, ...said, ...about(clusters, said)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The files of the clusters that lines are about. */
function about(clusters: readonly Accepted[], lines: readonly string[]): string[] {
  return clusters
    .filter(({ name }) => lines.some((line) => line.startsWith(`${name}:`) || line.startsWith(`clusters/${name}/`)))
    .map(({ text }) => text)
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function gen(folder: string, command: string) {
  const args = [program, command, '--repository', folder]
  return spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
}
