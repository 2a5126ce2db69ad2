import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { PatchFile } from '@thanos-fleet/kustomize'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { isBystander } from '../files/bystanders.ts'
import { problem } from '../files/problems.ts'
import { errorCode, listTree } from '../files/tree.ts'
import { parsePatch } from './patch-file.ts'
import { isDiagnostic, readInside } from './read-inside.ts'

/**
 * Reads a cluster's hand-written patches, in the order of their names, within the bounds that a cluster.yaml has: a few
 * anchors within each other would make Kustomize, and the controllers that run it, take all memory.
 *
 * @param root the cluster's folder, from the repository's root
 * @param diagnostics gets what could not be read
 */
export function readPatches(repository: string, root: string, diagnostics: Diagnostic[]): PatchFile[] {
  return readablePaths(repository, root, diagnostics).flatMap((path) => {
    const bytes = readInside(repository, path) ?? problem.unreadable(path, 'ENOENT')
    const patch = isDiagnostic(bytes) ? [bytes] : parsePatch(path, bytes)
    if (!Array.isArray(patch)) return [patch]
    diagnostics.push(...patch)
    return []
  })
}

function readablePaths(repository: string, root: string, diagnostics: Diagnostic[]): string[] {
  try {
    return patchPaths(repository, root)
  } catch (error) {
    diagnostics.push(problem.unreadable(`${root}/patches`, errorCode(error)))
    return []
  }
}

/** The paths of a cluster's patches, from the repository's root; none where `patches` is no folder of its own. */
export function patchPaths(repository: string, root: string): string[] {
  const folder = join(repository, root, 'patches')
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  const names = [...listTree(folder, false).keys()].filter((name) => isPatchName(name) && !isBystander(name))
  return names.sort().map((name) => `${root}/patches/${name}`)
}

/** Whether a file of `patches/` is read as a patch. */
function isPatchName(name: string): boolean {
  return /^[^.].*\.ya?ml$/.test(name)
}
