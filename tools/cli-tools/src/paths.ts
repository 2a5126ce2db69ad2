import { place } from '@thanos-fleet/product'
import path from 'node:path'

/** Absolute path of the working tree, for the tools that only work there. */
export const repositoryRoot = place.root

/** Folder of the Go modules whose go.mod files pin the versions; it may be read-only. */
export const goModulesDir = path.join(place.root, 'tools/go')

let toolsIn = place.packaged ? process.cwd() : place.root

/** The installed package builds into the repository it works for. The working tree has one folder for all of them. */
export function buildFor(repository: string): void {
  if (place.packaged) toolsIn = repository
}

/** Absolute path of the git-ignored folder of everything that is built rather than committed. */
export function toolsDir(): string {
  return path.join(toolsIn, '.tools')
}

/** Folder of the installed command-line tools. */
export function binDir(): string {
  return path.join(toolsDir(), 'bin')
}
