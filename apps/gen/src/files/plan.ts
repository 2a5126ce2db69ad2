import { readFileSync } from 'node:fs'
import { isBystander } from './bystanders.ts'
import { type Disk, folderOf, readDisk } from './disk.ts'
import { obstacleAbove, unwritableFolders } from './guard.ts'
import { lastOf } from './last.ts'
import { contentHash, formatOwnership, indexName, type Ownership, unionOwnership, withLineFeeds } from './ownership.ts'
import { problem } from './problems.ts'
import { isStaleTemporary } from './temporary.ts'
import { errorCode, type Tree } from './tree.ts'
import { type Remembered, stateLine } from './state-line.ts'
import type { Difference, Plan, Unit } from './unit.ts'

export interface PlanOptions {
  /** Replace and remove also what people wrote or edited. */
  force: boolean
  /** Also see whether the plan's folders can be written. */
  willWrite: boolean
  /** The state to go by in folders that do not say theirs; null: nothing was deployed. Left out: they are refused. */
  assumed?: Remembered | null | undefined
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
  const disk = obstacle === undefined ? readOrRefuse(repository, unit, plan) : undefined
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
  findLast(plan, disk, unit, options)
  planIndex(plan, disk, unit, produced)
  plan.leftovers = [...disk.tree.keys()].some(isStaleTemporary)
  if (options.willWrite && plan.problems.length === 0) plan.problems.push(...unwritableFolders(repository, plan))
  return plan
}

function emptyPlan({ root, deep }: Unit): Plan {
  return {
    root,
    deep,
    write: new Map(),
    remove: [],
    unchanged: 0,
    differences: [],
    unmanaged: [],
    last: { kind: 'unclear' },
    problems: [],
    index: null,
    leftovers: false,
  }
}

function readOrRefuse(repository: string, { root, deep }: Unit, plan: Plan): Disk | undefined {
  try {
    const disk = readDisk(repository, root, deep)
    if (disk.tree.has(indexName) && disk.tree.get(indexName) !== 'file')
      plan.problems.push(problem.link(`${root}/${indexName}`))
    return disk
  } catch (error) {
    plan.problems.push(problem.unreadable(root, errorCode(error)))
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
    if (!plan.problems.some(({ file }) => file === path)) plan.unmanaged.push(path)
    plan.differences.push({ kind: 'extra', path })
  }
  plan.unmanaged.sort()
}

/** Somebody who forces a run knows why; a comparison shows it all the same. */
function findLast(plan: Plan, disk: Disk, unit: Unit, options: PlanOptions): void {
  if (options.force && options.willWrite) {
    plan.last = { kind: 'never' }
    return
  }
  const { cluster, state, understands = () => true } = unit
  // A file that differs and is not listed is refused as one in the way.
  const folder = folderOf(disk, { cluster, understands }, plan.unchanged > 0)
  const { last, problems } = lastOf(folder, { state, assumed: options.assumed })
  plan.last = last
  plan.problems.push(...problems)
}

function planIndex(plan: Plan, disk: Disk, unit: Unit, produced: Ownership): void {
  const line = stateLine({ ...(unit.cluster === undefined ? {} : { cluster: unit.cluster }), ...unit.state })
  const after = produced.size === 0 ? null : formatOwnership(produced, line)
  if (after === (disk.index ?? null)) return
  // Until all files are in their places, the state is that from before: so a run that was killed can be repeated.
  const before = plan.last.kind === 'said' ? stateLine(plan.last.state) : line
  plan.index = { during: formatOwnership(unionOwnership(disk.owned, produced), before), after }
  // Otherwise it follows from the files that differ.
  if (plan.differences.length === 0) plan.differences.push(indexDifference(plan.root, disk.index, after))
}

function indexDifference(root: string, before: string | undefined, after: string | null): Difference {
  const path = `${root}/${indexName}`
  if (before === undefined) return { kind: 'missing', path, ...(after === null ? {} : { after }) }
  return after === null ? { kind: 'extra', path, before } : { kind: 'changed', path, before, after }
}

function isOurs(owned: Ownership, relative: string, text: string): boolean {
  const listed = owned.get(relative)
  return listed?.has(contentHash(text)) === true || listed?.has(contentHash(withLineFeeds(text))) === true
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
