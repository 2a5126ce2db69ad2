import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBystander } from './bystanders.ts'
import { obstacleAbove, unwritableFolders } from './guard.ts'
import {
  contentHash,
  formatOwnership,
  indexName,
  type Ownership,
  parseOwnership,
  unionOwnership,
  withoutHandWritten,
} from './ownership.ts'
import { problem } from './problems.ts'
import { isStaleTemporary } from './temporary.ts'
import { errorCode, listTree, type Tree } from './tree.ts'
import type { Plan, Unit } from './unit.ts'

export interface PlanOptions {
  /** Replace and remove also what people wrote or edited. */
  force: boolean
  /** Also see whether the plan's folders can be written. */
  willWrite: boolean
}

/**
 * Compares what a unit has to contain with the disk. Writes nothing.
 *
 * @param repository the absolute path of the repository's root
 */
export function planUnit(repository: string, unit: Unit, options: PlanOptions): Plan {
  const plan = emptyPlan(unit)
  const obstacle = obstacleAbove(repository, unit.root)
  if (obstacle !== undefined) plan.problems.push(obstacle)
  const disk = obstacle === undefined ? readDisk(repository, unit, plan) : undefined
  if (disk === undefined) return plan
  const produced: Ownership = new Map()
  for (const [path, text] of unit.files) {
    const relative = path.slice(unit.root.length + 1)
    const digest = contentHash(text)
    produced.set(relative, new Set([digest]))
    planFile(plan, disk, { path, relative, text }, options)
  }
  planRemovals(plan, disk, produced, options)
  findStrangers(plan, disk, unit, produced)
  planIndex(plan, disk, produced)
  plan.leftovers = [...disk.tree.keys()].some(isStaleTemporary)
  if (options.willWrite && plan.problems.length === 0) plan.problems.push(...unwritableFolders(repository, plan))
  return plan
}

interface Disk {
  repository: string
  tree: Tree
  owned: Ownership
  /** The index as it stands, undefined if there is none. */
  index: string | undefined
}

function emptyPlan({ root, deep }: Unit): Plan {
  return {
    root,
    deep,
    write: new Map(),
    remove: [],
    unchanged: 0,
    differences: [],
    strangers: [],
    problems: [],
    index: null,
    leftovers: false,
  }
}

function readDisk(repository: string, unit: Unit, plan: Plan): Disk | undefined {
  const folder = join(repository, unit.root)
  try {
    const tree = listTree(folder, unit.deep)
    if (tree.has(indexName) && tree.get(indexName) !== 'file')
      plan.problems.push(problem.link(`${unit.root}/${indexName}`))
    const index = tree.get(indexName) === 'file' ? readFileSync(join(folder, indexName), 'utf8') : undefined
    return { repository, tree, index, owned: withoutHandWritten(parseOwnership(index ?? '')) }
  } catch (error) {
    plan.problems.push(problem.unreadable(unit.root, errorCode(error)))
    return undefined
  }
}

interface File {
  path: string
  /** From the unit's root. */
  relative: string
  text: string
}

function planFile(plan: Plan, disk: Disk, { path, relative, text }: File, { force }: PlanOptions): void {
  const kind = disk.tree.get(relative)
  if (kind === undefined) {
    const parent = obstructingParent(disk.tree, relative)
    if (parent !== undefined) {
      const file = `${plan.root}/${parent}`
      plan.problems.push(disk.tree.get(parent) === 'link' ? problem.link(file) : problem.parentIsNoFolder(file))
    }
    plan.write.set(path, text)
    plan.differences.push({ kind: 'missing', path, after: text })
  } else if (kind === 'file') {
    const before = readOrReport(disk, plan, path)
    if (before === undefined) return
    if (before === text) {
      plan.unchanged += 1
      return
    }
    if (!force && !isOurs(disk.owned, relative, before)) {
      plan.problems.push(disk.owned.has(relative) ? problem.edited(path) : problem.notGenerated(path))
    }
    plan.write.set(path, text)
    plan.differences.push({ kind: 'changed', path, before, after: text })
  } else {
    plan.problems.push(kind === 'link' ? problem.link(path) : problem.otherKind(path, kind))
  }
}

/** The nearest part of the path that exists and is not a folder. Only folders that were listed count. */
function obstructingParent(tree: Tree, relative: string): string | undefined {
  for (let slash = relative.indexOf('/'); slash > 0; slash = relative.indexOf('/', slash + 1)) {
    const parent = relative.slice(0, slash)
    const kind = tree.get(parent)
    if (kind === undefined) return undefined
    if (kind !== 'directory') return parent
  }
  return undefined
}

function planRemovals(plan: Plan, disk: Disk, produced: Ownership, { force }: PlanOptions): void {
  for (const relative of disk.owned.keys()) {
    if (produced.has(relative) || disk.tree.get(relative) !== 'file') continue
    const path = `${plan.root}/${relative}`
    const before = readOrReport(disk, plan, path)
    if (before === undefined) continue
    if (!force && !isOurs(disk.owned, relative, before)) plan.problems.push(problem.removedButEdited(path))
    plan.remove.push(path)
    plan.differences.push({ kind: 'extra', path, before })
  }
}

/** Files that are neither generated nor written by people for the generator: named, never touched. */
function findStrangers(plan: Plan, disk: Disk, unit: Unit, produced: Ownership): void {
  if (!unit.deep) return
  for (const [relative, kind] of disk.tree) {
    if (kind === 'directory' || relative === indexName || produced.has(relative) || disk.owned.has(relative)) continue
    const path = `${unit.root}/${relative}`
    if (unit.handWritten.includes(path) || isBystander(relative)) continue
    if (!plan.problems.some(({ file }) => file === path)) plan.strangers.push(path)
    plan.differences.push({ kind: 'extra', path })
  }
  plan.strangers.sort()
}

function planIndex(plan: Plan, disk: Disk, produced: Ownership): void {
  const after = produced.size === 0 ? null : formatOwnership(produced)
  if (after === (disk.index ?? null)) return
  plan.index = { during: formatOwnership(unionOwnership(disk.owned, produced)), after }
}

function isOurs(owned: Ownership, relative: string, text: string): boolean {
  return owned.get(relative)?.has(contentHash(text)) ?? false
}

function readOrReport(disk: Disk, plan: Plan, path: string): string | undefined {
  try {
    return readFileSync(`${disk.repository}/${path}`, 'utf8')
  } catch (error) {
    plan.problems.push(problem.unreadable(path, errorCode(error)))
    return undefined
  }
}

/** Whether carrying out the plan would change anything. */
export function isEmpty(plan: Plan): boolean {
  return plan.write.size === 0 && plan.remove.length === 0 && plan.index === null && !plan.leftovers
}
