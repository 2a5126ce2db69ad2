import { indexName } from '../files/ownership.ts'
import { type Remembered, sameState, stateLines } from '../files/state-line.ts'
import { clustersFolder } from '../fleet/list-clusters.ts'
import { folderOf, type Side } from './side.ts'

/** The sides of a merge: the commit it is made into, the one that is merged, and where they parted. */
export interface Sides {
  base: Side
  ours: Side
  theirs: Side
}

/** What becomes of files, by the side that they are taken from. */
export interface Taken {
  ours: string[]
  theirs: string[]
  dropped: string[]
}

/**
 * Whether neither side has hand-written content at a path. A file that one side generates and the other wrote is the
 * writer's.
 */
export function isGenerated({ ours, theirs }: Sides, path: string): boolean {
  return [ours, theirs].every((side) => !side.files.has(path) || side.generated.has(path))
}

/** The generated files of all sides. One that only the base has can still be in a conflict, of two renames. */
function generatedPaths(sides: Sides): string[] {
  const paths = new Set([sides.base, sides.ours, sides.theirs].flatMap(({ generated }) => [...generated.keys()]))
  return [...paths].filter((path) => isGenerated(sides, path))
}

/**
 * Takes each generated folder as a whole from one side, since lines of both make files that nobody generated. Which one
 * only matters for the state that its index tells, as the next run writes all else again.
 *
 * @param choose the side for a folder
 * @param isCluster whether a cluster with this folder is left; what was generated for others is dropped
 */
export function takeGenerated(
  sides: Sides,
  choose: (folder: string) => 'ours' | 'theirs',
  isCluster: (folder: string) => boolean,
): Taken {
  const taken: Taken = { ours: [], theirs: [], dropped: [] }
  for (const path of generatedPaths(sides)) {
    const folder = folderOf(path)
    const side = choose(folder)
    const isLeft = !folder.startsWith(`${clustersFolder}/`) || isCluster(folder)
    taken[isLeft && sides[side].files.has(path) ? side : 'dropped'].push(path)
  }
  return taken
}

/** The side whose index tells where a folder is, for branches of one fleet: the one that has changed it. */
export function sideOfBranch({ base, ours, theirs }: Sides, folder: string): 'ours' | 'theirs' {
  const [before, here, there] = [base, ours, theirs].map(({ indexes }) => indexes.get(folder))
  if (there === undefined || there === before) return 'ours'
  if (here === undefined || here === before) return 'theirs'
  return isSameState(here, before) && !isSameState(there, before) ? 'theirs' : 'ours'
}

/** Folders whose state both sides changed, and differently. @returns texts of their indexes with the lines of both */
export function undecidedStates({ base, ours, theirs }: Sides): Map<string, string> {
  const undecided = new Map<string, string>()
  for (const [folder, here] of ours.indexes) {
    const there = theirs.indexes.get(folder)
    const before = base.indexes.get(folder)
    if (there === undefined || isSameState(here, there)) continue
    if (isSameState(here, before) || isSameState(there, before)) continue
    undecided.set(`${folder}/${indexName}`, [...linesOfState(there), here].join('\n'))
  }
  return undecided
}

/** Whether two indexes say the same of their cluster, whichever version of the product wrote them. */
function isSameState(one: string, other: string | undefined): boolean {
  const [left, right] = [statesIn(one), statesIn(other ?? '')]
  return left.length === right.length && left.every((state, place) => sameState(state, right[place] ?? {}))
}

/** One that is unreadable is like no other. */
function statesIn(index: string): Remembered[] {
  return stateLines(index).map((line) => (typeof line === 'number' ? { unreadable: index } : line.state))
}

function linesOfState(index: string): string[] {
  const numbers = stateLines(index).map((line) => (typeof line === 'number' ? line : line.line))
  const lines = index.split('\n')
  return numbers.map((number) => lines[number - 1] ?? '')
}
