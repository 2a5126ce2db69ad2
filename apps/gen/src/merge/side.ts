import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { hash } from 'node:crypto'
import { dirname } from 'node:path/posix'
import { indexName, type Ownership, parseOwnership, withoutHandWritten } from '../files/ownership.ts'
import { problem } from '../files/problems.ts'
import { clustersFolder } from '../fleet/list-clusters.ts'
import type { Git } from './git.ts'

/** Where generated files are. */
export const generatedFolders: readonly string[] = [clustersFolder, 'overlays']

/** One of the commits of a merge: what is below `clusters/` and `overlays/`, and what of that is generated. */
export interface Side {
  commit: string
  /** Mode and blob of each file by its path. */
  files: ReadonlyMap<string, string>
  /** The texts of the indexes by their folders. */
  indexes: ReadonlyMap<string, string>
  /** Which files are generated, the indexes among them, and with what content. */
  generated: Ownership
}

/** Reads a side. @param commit undefined for a base of histories that have none */
export function readSide(git: Git, commit: string | undefined): Side {
  if (commit === undefined) return { commit: '', files: new Map(), indexes: new Map(), generated: new Map() }
  const files = git.tree(commit, generatedFolders)
  const found = [...files].filter(([path]) => path.endsWith(`/${indexName}`))
  const texts = git.blobs(found.map(([, entry]) => entry))
  const indexes = new Map(found.map(([path, entry]) => [dirname(path), texts.get(entry)?.toString() ?? '']))
  const generated: Ownership = new Map(found.map(([path]) => [path, new Set()]))
  for (const [folder, text] of indexes) {
    for (const [path, digests] of withoutHandWritten(parseOwnership(text))) generated.set(`${folder}/${path}`, digests)
  }
  return { commit, files, indexes, generated }
}

/**
 * The generated files that someone edited and committed.
 * @param name of the commit, for the message
 */
export function editedFiles(git: Git, side: Side, name: string): Diagnostic[] {
  const listed = [...side.generated].flatMap(([path, digests]) => {
    const entry = side.files.get(path)
    return entry === undefined || digests.size === 0 ? [] : [{ path, digests, entry }]
  })
  const contents = git.blobs(listed.map(({ entry }) => entry))
  return listed
    .filter(({ digests, entry }) => !digests.has(hash('sha256', contents.get(entry) ?? '')))
    .map(({ path }) => problem.editedIn(path, name))
}

/** The folder of the index that lists a generated file: of a cluster, or shared. */
export function folderOf(path: string): string {
  const [top = '', name = '', ...rest] = path.split('/')
  return top === clustersFolder && rest.length > 0 ? `${top}/${name}` : top
}
