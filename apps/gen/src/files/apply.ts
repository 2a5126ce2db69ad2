import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { indexName } from './ownership.ts'
import { problem } from './problems.ts'
import { removeTemporaries, temporaryFile } from './temporary.ts'
import { errorCode } from './tree.ts'
import type { Plan } from './unit.ts'

/**
 * A plan whose files are complete on the disk, beside their places. Staging all plans before committing the first
 * means that a full disk or a forbidden folder stops a run before it has changed anything.
 */
export interface Staged {
  plan: Plan
  /** Temporary file to the path it has to get, both absolute. */
  renames: [string, string][]
}

/**
 * Writes a plan's files where nothing reads them.
 *
 * @throws Error of the operating system; the caller then calls `discard`
 */
export function stage(repository: string, plan: Plan): Staged {
  if (plan.leftovers) removeTemporaries(repository, plan.root)
  const staged: Staged = { plan, renames: [] }
  mkdirSync(join(repository, plan.root), { recursive: true })
  for (const [path, text] of plan.write) {
    const temporary = temporaryFile(repository, plan.root, staged.renames.length)
    writeFileSync(temporary, text)
    staged.renames.push([temporary, join(repository, path)])
  }
  return staged
}

/** Writes plans beside their places; stops at the first that cannot be. */
export function stageAll(plans: readonly Plan[], repository: string): { staged: Staged[]; problems: Diagnostic[] } {
  const staged: Staged[] = []
  for (const plan of plans) {
    try {
      staged.push(stage(repository, plan))
    } catch (error) {
      discard(repository, plan.root)
      return { staged, problems: [problem.unwritable(plan.root, errorCode(error))] }
    }
  }
  return { staged, problems: [] }
}

/**
 * Puts staged files in their places and removes what is no longer produced. Each file changes by one rename, so a kill
 * at any moment leaves it old or new; the index owns both until all is done, so that the next run can repair the rest.
 */
export function commit(repository: string, { plan, renames }: Staged): void {
  const index = join(repository, plan.root, indexName)
  const temporary = temporaryFile(repository, plan.root, 'index')
  if (plan.index !== null) replace(temporary, index, plan.index.during)
  makeFolders(renames)
  for (const [from, to] of renames) renameSync(from, to)
  for (const path of plan.remove) rmSync(join(repository, path), { force: true })
  if (plan.index?.after === null) rmSync(index, { force: true })
  else if (plan.index !== null && plan.index.after !== plan.index.during) replace(temporary, index, plan.index.after)
  removeEmptyFolders(repository, plan)
}

/** Takes back `stage`, as far as it came. */
export function discard(repository: string, root: string): void {
  removeTemporaries(repository, root)
}

function replace(temporary: string, path: string, text: string): void {
  writeFileSync(temporary, text)
  renameSync(temporary, path)
}

function makeFolders(renames: readonly [string, string][]): void {
  const folders = new Set(renames.map(([, path]) => dirname(path)))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
}

/** Removes the folders that removals have emptied, from the inside out, up to that of the unit itself. */
function removeEmptyFolders(repository: string, plan: Plan): void {
  const end = dirname(plan.root)
  const first = [...plan.remove.map((path) => dirname(path)), ...(plan.index?.after === null ? [plan.root] : [])]
  for (let folders = new Set(first); folders.size > 0;) {
    const above = new Set<string>()
    for (const folder of folders) {
      if (folder !== end && removeIfEmpty(join(repository, folder))) above.add(dirname(folder))
    }
    folders = above
  }
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOTEMPTY' || errorCode(error) === 'ENOENT') return false
    throw error
  }
}
