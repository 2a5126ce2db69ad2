import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { staysInside } from '../files/guard.ts'
import { problem } from '../files/problems.ts'
import { errorCode } from '../files/tree.ts'

/**
 * Reads a file that a person wrote. A symbolic link is followed as long as it stays in the repository.
 *
 * @param path from the repository's root
 * @returns undefined if there is no such file
 */
export function readInside(repository: string, path: string): Uint8Array | Diagnostic | undefined {
  try {
    if (!staysInside(repository, path)) return problem.leavesRepository(path)
    return readFileSync(join(repository, path))
  } catch (error) {
    const code = errorCode(error)
    return code === 'ENOENT' ? undefined : problem.unreadable(path, code)
  }
}

/** Whether reading gave an error instead of the file. */
export function isDiagnostic(value: Uint8Array | Diagnostic | undefined): value is Diagnostic {
  return value !== undefined && !(value instanceof Uint8Array)
}
