import { isObjectFile } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexName, parseOwnership } from '../files/ownership.ts'
import { problem } from '../files/problems.ts'
import { errorCode, listTree } from '../files/tree.ts'
import { isGenerated } from './generated-input.ts'
import type { ClusterFile, Folder, Generator, Named, Read } from './generator.ts'
import { clusterPath, clustersFolder } from './list-clusters.ts'
import { isDiagnostic, readInside } from './read-inside.ts'

/** A cluster.yaml with the files beside it. */
export interface Source {
  file: ClusterFile
  folder: Folder
  /** The files of the folder that were read, from the repository's root. */
  used: string[]
  /** What went wrong in reading them. */
  diagnostics: Diagnostic[]
}

/** Opens a cluster's folder. Its other files are listed and read when they are asked for. */
export function openCluster(repository: string, name: string): Source | Diagnostic {
  const root = `${clustersFolder}/${name}`
  const path = clusterPath(name)
  const text = readInside(repository, path) ?? problem.unreadable(path, 'ENOENT')
  if (isDiagnostic(text)) return text
  const used: string[] = []
  const diagnostics: Diagnostic[] = []
  const folder: Folder = {
    files: () => handWrittenFiles(repository, root, diagnostics),
    read(relative) {
      used.push(`${root}/${relative}`)
      const content = readInput(repository, `${root}/${relative}`)
      if (content instanceof Uint8Array) return content
      diagnostics.push(content)
      return new Uint8Array()
    },
  }
  return { file: { path, text }, folder, used, diagnostics }
}

/** Reads and understands a cluster.yaml. */
export function readCluster<Spec extends Named>(
  repository: string,
  name: string,
  generator: Generator<Spec>,
): Read<Spec> & { used: string[] } {
  const source = openCluster(repository, name)
  if (!('folder' in source)) return { spec: undefined, diagnostics: [source], used: [] }
  const read = generator.read(source.file, source.folder)
  const { diagnostics, used } = source
  // A file that could not be read makes every other complaint about it meaningless.
  return diagnostics.length > 0 ? { ...read, spec: undefined, diagnostics, used } : { ...read, used }
}

/** A link may lead to a generated file, of this folder or another, which the listing cannot tell. */
function readInput(repository: string, path: string): Uint8Array | Diagnostic {
  if (isLinkedObject(repository, path)) return problem.linkedObject(path)
  const content = readInside(repository, path) ?? problem.unreadable(path, 'ENOENT')
  return !isDiagnostic(content) && isGenerated(repository, path) ? problem.generatedInput(path) : content
}

/** An object is read by Kustomize at its own place, which follows no link that leads out of the folder. */
function isLinkedObject(repository: string, path: string): boolean {
  const relative = path.split('/').slice(2).join('/')
  return (
    isObjectFile(relative) && lstatSync(join(repository, path), { throwIfNoEntry: false })?.isSymbolicLink() === true
  )
}

/** A file that was generated is no input, though a pattern may match it. */
function handWrittenFiles(repository: string, root: string, diagnostics: Diagnostic[]): string[] {
  const folder = join(repository, root)
  try {
    const tree = listTree(folder, true)
    const owned =
      tree.get(indexName) === 'file' ? parseOwnership(readFileSync(join(folder, indexName), 'utf8')) : new Map()
    return [...tree].filter(([path, kind]) => kind !== 'directory' && !owned.has(path)).map(([path]) => path)
  } catch (error) {
    diagnostics.push(problem.unreadable(root, errorCode(error)))
    return []
  }
}
