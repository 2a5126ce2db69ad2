import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { join } from 'node:path'
import { problem } from '../files/problems.ts'
import { errorCode, listTree } from '../files/tree.ts'
import type { PatchFile } from './patches.ts'
import { isDiagnostic, readInside } from './read-inside.ts'

/**
 * Reads a cluster's hand-written patches, in the order of their names.
 *
 * @param root the cluster's folder, from the repository's root
 * @param diagnostics gets what could not be read
 */
export function readPatches(repository: string, root: string, diagnostics: Diagnostic[]): PatchFile[] {
  return patchNames(repository, root, diagnostics).flatMap((name) => {
    const path = `${root}/patches/${name}`
    const bytes = readInside(repository, path) ?? problem.unreadable(path, 'ENOENT')
    const text = isDiagnostic(bytes) ? bytes : decode(path, bytes)
    if (typeof text === 'string') return [{ path, text }]
    diagnostics.push(text)
    return []
  })
}

function patchNames(repository: string, root: string, diagnostics: Diagnostic[]): string[] {
  try {
    const tree = listTree(join(repository, root, 'patches'), false)
    return [...tree.keys()].filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort()
  } catch (error) {
    diagnostics.push(problem.unreadable(`${root}/patches`, errorCode(error)))
    return []
  }
}

function decode(path: string, bytes: Uint8Array): string | Diagnostic {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return problem.notUtf8(path)
  }
}
