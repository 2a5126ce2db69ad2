import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBystander, looksLikeClusterYaml, looksLikeInput } from '../files/bystanders.ts'
import { indexName, parseOwnership, withoutHandWritten } from '../files/ownership.ts'
import { listTree } from '../files/tree.ts'

/** What a folder of `clusters/` without a cluster.yaml comes to. */
export interface Remains {
  diagnostics: Diagnostic[]
  /** Whether what was generated in it may be removed: its cluster.yaml is gone, and is not there under another name. */
  mayBeEmptied: boolean
}

/**
 * Tells a cluster that was removed from one whose cluster.yaml was misnamed. Any file that could be it stops the run:
 * the removal of a whole cluster is not to be had by a slip of the finger.
 *
 * @param root the folder, from the repository's root
 * @throws Error of the operating system
 */
export function withoutClusterYaml(repository: string, root: string): Remains {
  const tree = listTree(join(repository, root), true)
  const isIndexed = tree.get(indexName) === 'file'
  const owned = withoutHandWritten(
    parseOwnership(isIndexed ? readFileSync(join(repository, root, indexName), 'utf8') : ''),
  )
  const rest = [...tree]
    .filter(([path, kind]) => kind !== 'directory' && path !== indexName && !owned.has(path))
    .map(([path]) => path)
    .sort()
  // Not even the copy that an editor keeps of cluster.yaml is passed over here.
  const suspects = rest.filter(looksLikeClusterYaml)
  if (suspects.length > 0) return refused(suspects.map((path) => misnamed(root, path)))
  const kept = rest.filter((path) => !isBystander(path))
  const inputs = kept.filter((path) => looksLikeInput(path) && !/^(patches|objects)\//.test(path))
  if (!isIndexed) return refused([noCluster(root, inputs[0])])
  if (inputs.length > 0) return refused(inputs.map((path) => left(root, path, 'error')))
  return { diagnostics: kept.map((path) => left(root, path, 'warning')), mayBeEmptied: true }
}

function refused(diagnostics: Diagnostic[]): Remains {
  return { diagnostics, mayBeEmptied: false }
}

function misnamed(root: string, path: string): Diagnostic {
  const isDeeper = path.endsWith('/cluster.yaml')
  const name = path.split('/').at(-2) ?? ''
  return {
    severity: 'error',
    code: 'misnamed-cluster-yaml',
    file: `${root}/${path}`,
    message: isDeeper
      ? 'a cluster.yaml is only read directly in a folder of clusters/'
      : `${root} has no cluster.yaml, but this file may be meant as one; nothing in the folder was removed`,
    remedy: isDeeper
      ? `move the folder to clusters/${name}, or remove it`
      : `rename it to cluster.yaml (lower case); to remove the cluster, remove this file too`,
  }
}

function noCluster(root: string, input: string | undefined): Diagnostic {
  return {
    severity: input === undefined ? 'warning' : 'error',
    code: 'no-cluster-yaml',
    file: root,
    message: `the folder has no cluster.yaml, so ${input ?? 'it'} has no effect`,
    remedy: 'write a cluster.yaml (`nx run gen:add-cluster`), or move the folder out of clusters/',
  }
}

function left(root: string, path: string, severity: 'error' | 'warning'): Diagnostic {
  const file = `${root}/${path}`
  const message = `${root} no longer has a cluster.yaml, but still contains this hand-written file`
  const remedy =
    severity === 'error'
      ? 'remove it together with the cluster, or rename it if it is the cluster.yaml; until then nothing is removed'
      : 'remove it if only that cluster needed it; it was left untouched'
  return { severity, code: 'left-of-removed-cluster', file, message, remedy }
}
