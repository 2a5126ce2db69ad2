import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from './tree.ts'

const pattern = /^\.gen-(\d+)\.tmp$/

/** The folder, inside of a unit's, where this process keeps files until they are complete. Git ignores `*.tmp`. */
export function temporaryFolder(repository: string, root: string): string {
  return join(repository, root, `.gen-${process.pid}.tmp`)
}

/** Whether a name is that of a temporary folder whose run was killed, not of one that is still going on. */
export function isStaleTemporary(name: string): boolean {
  const pid = pattern.exec(name)?.[1]
  // A folder of our own number, before we made one, is from a process that had the number earlier.
  return pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid)))
}

/** Removes what runs that were killed left in a unit's folder. */
export function removeStaleTemporaries(repository: string, root: string): void {
  const folder = join(repository, root)
  for (const name of names(folder)) {
    if (isStaleTemporary(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
