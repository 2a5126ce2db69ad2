import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { accessSync, constants, lstatSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { problem } from './problems.ts'
import { errorCode } from './tree.ts'
import type { Plan } from './unit.ts'

/**
 * Looks for a symbolic link or a file among a unit's folder and those above it, up to the repository's root.
 *
 * @param root the unit's folder, from the repository's root
 * @returns undefined if all of them are folders or do not exist yet
 */
export function obstacleAbove(repository: string, root: string): Diagnostic | undefined {
  const parts = root.split('/')
  for (const [index] of parts.entries()) {
    const path = parts.slice(0, index + 1).join('/')
    const stats = lstatSync(join(repository, path), { throwIfNoEntry: false })
    if (stats === undefined) return undefined
    if (stats.isSymbolicLink()) return problem.link(path)
    if (!stats.isDirectory()) return problem.parentIsNoFolder(path)
  }
  return undefined
}

/**
 * Whether a path, with all symbolic links followed, is inside of the repository.
 *
 * @param path from the repository's root; has to exist
 */
export function staysInside(repository: string, path: string): boolean {
  const real = realpathSync(join(repository, path))
  return real.startsWith(realpathSync(repository) + sep)
}

/** Finds the folders that a plan writes to, or would create, but may not. */
export function unwritableFolders(repository: string, plan: Plan): Diagnostic[] {
  const folders = new Set<string>()
  if (plan.index !== null) folders.add(plan.root)
  for (const path of plan.write.keys()) folders.add(dirname(path))
  for (const path of plan.remove) folders.add(dirname(path))
  const existing = new Set([...folders].map((folder) => nearestExisting(repository, folder)))
  return [...existing].flatMap((folder) => {
    const code = reasonNotWritable(join(repository, folder))
    return code === undefined ? [] : [problem.unwritable(folder, code)]
  })
}

function nearestExisting(repository: string, folder: string): string {
  let path = folder
  while (path !== '.' && lstatSync(join(repository, path), { throwIfNoEntry: false }) === undefined)
    path = dirname(path)
  return path
}

function reasonNotWritable(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return errorCode(error) ?? 'unknown'
  }
}
