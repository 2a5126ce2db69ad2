import { type Dirent, readdirSync } from 'node:fs'

/** What stands at a path, without following symbolic links. */
export type Kind = 'file' | 'directory' | 'link' | 'other'

/** Everything below a folder, by its path relative to it. */
export type Tree = Map<string, Kind>

/**
 * Lists a folder; empty if there is none.
 *
 * @param folder an absolute path
 * @param deep whether to go into its folders
 * @throws Error with a `code` if a folder cannot be read
 */
export function listTree(folder: string, deep: boolean): Tree {
  const tree: Tree = new Map()
  collect(folder, '', deep, tree)
  return tree
}

function collect(folder: string, prefix: string, deep: boolean, tree: Tree): void {
  for (const entry of entries(folder)) {
    const path = prefix + entry.name
    const kind = kindOf(entry)
    tree.set(path, kind)
    if (deep && kind === 'directory') collect(`${folder}/${entry.name}`, `${path}/`, deep, tree)
  }
}

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

function kindOf(entry: Dirent): Kind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'directory'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

/** `ENOENT` and the like; undefined if it is not an error of the operating system. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
