import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { indexName, parseOwnership } from '../files/ownership.ts'
import { errorCode } from '../files/tree.ts'

/**
 * Whether a file, with all symbolic links followed, is one that was generated: an index of a folder above it lists it.
 *
 * @param path from the repository's root; has to exist
 */
export function isGenerated(repository: string, path: string): boolean {
  const top = realpathSync(repository)
  const file = realpathSync(join(repository, path))
  for (let folder = dirname(file); folder.startsWith(top + sep); folder = dirname(folder)) {
    const name = relative(folder, file).replaceAll(sep, '/')
    if (name === indexName || indexOf(folder).has(name)) return true
  }
  return false
}

function indexOf(folder: string) {
  try {
    return parseOwnership(readFileSync(join(folder, indexName), 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return parseOwnership('')
    throw error
  }
}
