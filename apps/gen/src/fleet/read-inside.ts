import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { staysInside } from '../files/guard.ts'
import { problem } from '../files/problems.ts'
import { errorCode } from '../files/tree.ts'

/**
 * The most that a file may have, in bytes: what a ConfigMap can hold.
 * Source: https://kubernetes.io/docs/concepts/configuration/configmap/
 */
const mostBytes = 2 ** 20

/**
 * Reads a file that a person wrote. A symbolic link is followed as long as it stays in the repository. What is no file,
 * such as a named pipe, whose reader would wait forever, is not opened.
 *
 * @param path from the repository's root
 * @returns undefined if there is no such file
 */
export function readInside(repository: string, path: string): Uint8Array | Diagnostic | undefined {
  try {
    if (!staysInside(repository, path)) return problem.leavesRepository(path)
    const found = join(repository, path)
    const kind = kindOf(statSync(found))
    return kind === undefined ? readFile(found, path) : problem.notAFile(path, kind)
  } catch (error) {
    const code = errorCode(error)
    return code === 'ENOENT' ? undefined : problem.unreadable(path, code)
  }
}

/** What was put in the file's place after it was looked at does not make the reader wait either. */
function readFile(found: string, path: string): Uint8Array | Diagnostic {
  const file = openSync(found, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = fstatSync(file)
    const kind = kindOf(stats)
    if (kind !== undefined) return problem.notAFile(path, kind)
    return stats.size > mostBytes ? problem.tooLarge(path, mostBytes) : readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** What something is if it is no file. */
function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return 'folder'
  if (stats.isFIFO()) return 'named pipe'
  return stats.isSocket() ? 'socket' : 'device'
}

/** Whether reading gave an error instead of the file. */
export function isDiagnostic(value: Uint8Array | Diagnostic | undefined): value is Diagnostic {
  return value !== undefined && !(value instanceof Uint8Array)
}
