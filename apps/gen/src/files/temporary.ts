import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from './tree.ts'

const pattern = /^\.gen-(\d+)(-\w+)?\.tmp$/

/**
 * Where this process keeps a file of a unit until it is complete: in the unit's own folder, since to make a folder for
 * them and to remove it would take as long as to write several files. Git ignores `*.tmp`.
 *
 * @param id tells the files of the unit apart
 */
export function temporaryFile(repository: string, root: string, id: number | 'index'): string {
  return `${repository}/${root}/.gen-${process.pid}-${id}.tmp`
}

/** Whether a name is that of a temporary file whose run was killed, not of one that is still going on. */
export function isStaleTemporary(name: string): boolean {
  const pid = pattern.exec(name)?.[1]
  // One of our own number, before we made any, is from a process that had the number earlier.
  return pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid)))
}

/** Removes what runs that were killed left in a unit's folder, and what this run left there. */
export function removeTemporaries(repository: string, root: string): void {
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
