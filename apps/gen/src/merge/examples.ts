import { clustersFolder } from '../fleet/list-clusters.ts'
import { isGenerated, type Sides, type Taken } from './generated.ts'
import { folderOf, type Side } from './side.ts'

/** What a release does to the hand-written files below `clusters/`. */
export interface Release {
  taken: Taken
  /** Sentences about what a person may want otherwise. */
  notes: string[]
}

/** Hand-written files of a cluster, or one directly in `clusters/`: what Git knows of them by their paths. */
type Unit = Map<string, string>

/**
 * Decides about each cluster, and each file directly in `clusters/`, as a whole: it is the fork's if the fork wrote,
 * changed or removed anything of it, and an example of the product's otherwise.
 *
 * @param release the name of what is merged, for commands in notes
 */
export function takeRelease(sides: Sides, release: string): Release {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((side) => unitsOf(sides, side))
  const result: Release = { taken: { ours: [], theirs: [], dropped: [] }, notes: [] }
  if (base === undefined || ours === undefined || theirs === undefined) return result
  const keepsExamples = [...base.keys()].every((name) => ours.has(name))
  for (const name of [...new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])].sort()) {
    const [before, here, there] = [base.get(name), ours.get(name), theirs.get(name)]
    const isNew = before === undefined && here === undefined
    const side = isSame(before, here) && (!isNew || keepsExamples) ? 'theirs' : 'ours'
    take(result.taken, side, side === 'ours' ? here : there, [before, here, there])
    if (isSame(before, there)) continue
    const note = noteOf(side, { isNew, isHere: here !== undefined, isThere: there !== undefined })
    result.notes.push(`${name}: ${note.replace('<release>', release).replace('<unit>', name)}`)
  }
  return result
}

function noteOf(side: 'ours' | 'theirs', { isNew, isHere, isThere }: Record<'isNew' | 'isHere' | 'isThere', boolean>) {
  if (side === 'ours') {
    if (isNew) return 'a new example of the release, left out; `git checkout <release> -- <unit>` takes it'
    if (!isHere) return 'an example that you removed; it stays removed'
    return isThere
      ? 'yours, kept as it is; `git diff HEAD...<release> -- <unit>` shows what the release changes in its example'
      : 'yours, kept; the release has this example no longer'
  }
  if (isNew) return 'a new example of the release'
  return isThere
    ? 'an example, taken as the release has it'
    : 'an example that the release has no longer, removed; `git checkout HEAD -- <unit>` keeps it'
}

function unitsOf(sides: Sides, side: Side): Map<string, Unit> {
  const units = new Map<string, Unit>()
  for (const [path, entry] of side.files) {
    if (!path.startsWith(`${clustersFolder}/`) || !isHandWritten(sides, path)) continue
    const folder = folderOf(path)
    const name = folder === clustersFolder ? path : folder
    const unit = units.get(name) ?? new Map<string, string>()
    units.set(name, unit.set(path, entry))
  }
  return units
}

function isHandWritten(sides: Sides, path: string): boolean {
  const isLeft = sides.ours.files.has(path) || sides.theirs.files.has(path)
  return isLeft ? !isGenerated(sides, path) : !sides.base.generated.has(path)
}

function isSame(one: Unit | undefined, other: Unit | undefined): boolean {
  return one?.size === other?.size && [...(one ?? [])].every(([path, entry]) => other?.get(path) === entry)
}

function take(taken: Taken, side: 'ours' | 'theirs', chosen: Unit | undefined, all: (Unit | undefined)[]): void {
  for (const path of new Set(all.flatMap((unit) => [...(unit?.keys() ?? [])]))) {
    taken[chosen?.has(path) === true ? side : 'dropped'].push(path)
  }
}
