import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Folder } from './last.ts'
import {
  contentHash,
  indexName,
  type Ownership,
  parseOwnership,
  withoutHandWritten,
  withLineFeeds,
} from './ownership.ts'
import { listTree, type Tree } from './tree.ts'

/** A generated folder as it stands. */
export interface Disk {
  repository: string
  /** The folder, from the repository's root. */
  root: string
  tree: Tree
  owned: Ownership
  /** The index, undefined if there is none or it is no file. */
  index: string | undefined
}

/**
 * @param deep whether the folders below belong to it too
 * @throws Error of the operating system
 */
export function readDisk(repository: string, root: string, deep: boolean): Disk {
  const folder = join(repository, root)
  const tree = listTree(folder, deep)
  const index = tree.get(indexName) === 'file' ? readFileSync(join(folder, indexName), 'utf8') : undefined
  return { repository, root, tree, index, owned: withoutHandWritten(parseOwnership(index ?? '')) }
}

/**
 * The folder as its last state is read from it.
 *
 * @param of the cluster that it belongs to, and which states it can have
 * @param isGenerated whether it has a generated file that its index, if there is one, need not list
 */
export function folderOf(disk: Disk, of: Pick<Folder, 'cluster' | 'understands'>, isGenerated: boolean): Folder {
  const isFile = (path: string) => disk.tree.get(path) === 'file'
  return {
    ...of,
    root: disk.root,
    index: disk.index === undefined ? undefined : withLineFeeds(disk.index),
    isGenerated: isGenerated || [...disk.owned.keys()].some(isFile),
    unedited: (path) => (isFile(path) ? uneditedText(disk, path) : undefined),
  }
}

function uneditedText({ repository, root, owned }: Disk, path: string): string | undefined {
  try {
    const text = withLineFeeds(readFileSync(join(repository, root, path), 'utf8'))
    // Two entries are those of a merge, of which nobody knows which one is deployed.
    return owned.get(path)?.size === 1 && owned.get(path)?.has(contentHash(text)) ? text : undefined
  } catch {
    return undefined
  }
}
