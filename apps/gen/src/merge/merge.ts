import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeRelease } from './examples.ts'
import { sideOfBranch, type Sides, takeGenerated, type Taken, undecidedStates } from './generated.ts'
import type { Git } from './git.ts'
import { editedFiles, generatedFolders, readSide } from './side.ts'

export interface MergeOptions {
  /** What is merged, as Git names it. */
  name: string
  /** Whether it is a release of the product, whose clusters are examples, and not a branch of the same fleet. */
  release: boolean
}

/** How a merge came out. Only after `merged` is anything changed. */
export type Merged =
  | { kind: 'refused'; reason: string; remedy: string }
  | { kind: 'edited'; diagnostics: Diagnostic[] }
  | { kind: 'nothing' }
  | { kind: 'failed'; reason: string }
  | {
      kind: 'merged'
      /** Files with conflicts, all of them hand-written. */
      conflicts: string[]
      notes: string[]
      /** Whether the packages that are installed are no longer those of the lockfile. */
      newPackages: boolean
    }

/**
 * Merges a commit into the one that is checked out, and takes every generated file whole from one side. The result is
 * in the index and on the disk, not committed and not generated again.
 *
 * @throws Error where Git fails at something that it never should
 */
export function merge(git: Git, { name, release }: MergeOptions): Merged {
  if (git.commit('HEAD') === undefined) return noHistory
  const theirs = git.commit(name)
  if (theirs === undefined) return unknown(name)
  const refused = obstacle(git)
  if (refused !== undefined) return refused
  const base = git.try(['merge-base', 'HEAD', theirs]).out.toString().trim()
  if (base === theirs) return { kind: 'nothing' }
  const sides: Sides = {
    base: readSide(git, base === '' ? undefined : base),
    ours: readSide(git, 'HEAD'),
    theirs: readSide(git, theirs),
  }
  const diagnostics = [...editedFiles(git, sides.ours, 'HEAD'), ...editedFiles(git, sides.theirs, name)]
  if (diagnostics.length > 0) return { kind: 'edited', diagnostics }
  const { error } = git.try(mergeCommand(theirs, { name, release }))
  if (git.commit('MERGE_HEAD') === undefined) return { kind: 'failed', reason: error.trim() }
  const notes = settle(git, sides, { name, release })
  return {
    kind: 'merged',
    conflicts: git.list(['diff', '--name-only', '--diff-filter=U', '-z']),
    notes,
    newPackages: packagesIn(git, 'HEAD:./package-lock.json') !== packagesIn(git, ':0:./package-lock.json'),
  }
}

const noHistory: Merged = {
  kind: 'refused',
  reason: 'This is not a Git repository with a commit.',
  remedy: 'Run this in a clone.',
}

function unknown(name: string): Merged {
  return {
    kind: 'refused',
    reason: `Unknown commit ${JSON.stringify(name)}.`,
    remedy: 'Fetch it first, as in `git fetch upstream --tags`.',
  }
}

/** What must not be mixed with a merge. */
function obstacle(git: Git): Merged | undefined {
  if (git.commit('MERGE_HEAD') !== undefined) {
    return { kind: 'refused', reason: 'A merge is in progress.', remedy: 'Commit it, or `git merge --abort`.' }
  }
  const tracked = git.list(['status', '--porcelain', '-z', '--untracked-files=no'])
  const untracked = git.list(['ls-files', '-z', '--others', '--exclude-standard', '--', ...generatedFolders])
  const [first] = [...tracked.map((line) => line.slice(3)), ...untracked]
  if (first === undefined) return undefined
  const remedy = 'Commit it, or `git stash --include-untracked`.'
  return { kind: 'refused', reason: `${first} is not committed.`, remedy }
}

/**
 * Between clusters Git sees renames where there are none: their files are alike. So a branch is merged without them. In
 * a release they matter for the sources, and everything below `clusters/` is decided here.
 */
function mergeCommand(theirs: string, { name, release }: MergeOptions): string[] {
  const message = release ? `Take release ${name}` : `Merge ${name}`
  // The default strategy, ort, looks for renames whatever it is told (seen with Git 2.39).
  const renames = release ? [] : ['-s', 'recursive', '-X', 'no-renames']
  const settings = ['-c', 'merge.directoryRenames=false', '-c', 'merge.autoStash=false']
  return [...settings, 'merge', '--no-ff', '--no-commit', '--quiet', ...renames, '-m', message, theirs]
}

/** @returns what to tell a person */
function settle(git: Git, sides: Sides, { name, release }: MergeOptions): string[] {
  const examples = release ? takeRelease(sides, name) : undefined
  if (examples !== undefined) apply(git, sides, examples.taken)
  const isCluster = (folder: string) => existsSync(join(git.folder, folder, 'cluster.yaml'))
  // A release has not been deployed here: the state that counts is the one before it.
  const choose = (folder: string) => (release ? 'ours' : sideOfBranch(sides, folder))
  apply(git, sides, takeGenerated(sides, choose, isCluster))
  if (!release) for (const [path, text] of undecidedStates(sides)) writeFileSync(join(git.folder, path), text)
  return examples?.notes ?? []
}

function apply(git: Git, { ours, theirs }: Sides, taken: Taken): void {
  git.drop(taken.dropped)
  git.take(ours.commit, taken.ours)
  git.take(theirs.commit, taken.theirs)
}

/** The packages of a lockfile, without what it says of the product itself. */
function packagesIn(git: Git, lockfile: string): string {
  const { ok, out } = git.try(['show', lockfile])
  if (!ok) return ''
  try {
    const { packages }: { packages?: Record<string, object> } = JSON.parse(out.toString())
    return JSON.stringify({ ...packages, '': { ...packages?.[''], version: undefined } })
  } catch {
    return out.toString()
  }
}
