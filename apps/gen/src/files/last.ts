import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { productVersion } from '@thanos-fleet/product'
import { indexName } from './ownership.ts'
import { problem } from './problems.ts'
import { type Remembered, sameState, sidesOf, type StateLine, stateFormat, stateLines } from './state-line.ts'
import { isOlder, isVersion } from './version-order.ts'

/** What a folder says of the run that generated it last. */
export type Last =
  /** Nothing was generated here yet. */
  | { kind: 'never' }
  | { kind: 'said'; state: Remembered }
  /** Something was generated, and nothing says in which state. */
  | {
      kind: 'unsaid'
      /**
       * The text of a generated file that is exactly as the index lists it; undefined for any other.
       * @param path from the folder
       */
      unedited: (path: string) => string | undefined
    }
  /** Problems tell why. */
  | { kind: 'unclear' }

/** What a run wants of the state. */
export interface Wanted {
  /** What the run would remember; undefined where no change can do harm. */
  state: Remembered | undefined
  /** As in `PlanOptions`. */
  assumed: Remembered | null | undefined
}

/** The folder whose last state is asked for. */
export interface Folder {
  /** From the repository's root. */
  root: string
  /** The cluster that the folder belongs to; undefined where it belongs to all. */
  cluster: string | undefined
  /** Whether a state is one that the generator can have written. */
  understands: (state: Remembered) => boolean
  /** The index as it stands, undefined if there is none. */
  index: string | undefined
  /** Whether the folder has generated files besides the index. */
  isGenerated: boolean
  unedited: (path: string) => string | undefined
}

/** The state of a folder as a run has to take it. */
export function lastOf(folder: Folder, { state, assumed }: Wanted): { last: Last; problems: Diagnostic[] } {
  if (state === undefined) {
    const { lines, problems } = readLines(folder)
    return { last: lines[0] === undefined ? { kind: 'never' } : { kind: 'said', state: lines[0].state }, problems }
  }
  const read = readLast(folder)
  return assumed === undefined ? read : assume(folder, read, assumed)
}

/** What a person says counts where the folder says nothing, and never against it. */
function assume(folder: Folder, { last, problems }: ReturnType<typeof readLast>, assumed: Remembered | null) {
  if (last.kind === 'said') {
    return unclear([problem.stateKnown(`${folder.root}/${indexName}`, JSON.stringify(last.state))])
  }
  if (problems.some(({ code }) => code === 'newer-product')) return unclear(problems)
  const said: Last =
    assumed === null ? { kind: 'never' } : { kind: 'said', state: { cluster: folder.cluster, ...assumed } }
  return { last: said, problems: [] }
}

/** Reads the state of a cluster's folder. What is there but cannot be relied on is a problem. */
export function readLast(folder: Folder): { last: Last; problems: Diagnostic[] } {
  const { index, isGenerated, unedited } = folder
  const { lines, problems } = readLines(folder)
  if (problems.length > 0) return unclear(problems)
  const file = `${folder.root}/${indexName}`
  const [first, ...others] = lines
  const strange = lines.find(({ state }) => !folder.understands(state))
  if (strange !== undefined) return unclear([problem.stateUnreadable(file, strange.line)])
  const { texts, unbalanced } = sidesOf(index ?? '')
  if (unbalanced !== undefined) return unclear([problem.stateConflict(file, unbalanced)])
  if (first === undefined) return { last: isGenerated ? { kind: 'unsaid', unedited } : { kind: 'never' }, problems }
  if (texts.some((text) => stateLines(text).length === 0)) return unclear([problem.stateConflict(file, first.line)])
  const differing = others.find(({ state }) => !sameState(state, first.state))
  if (differing !== undefined) return unclear([problem.statesDiffer(file, differing.line)])
  return { last: { kind: 'said', state: first.state }, problems }
}

function unclear(problems: Diagnostic[]): { last: Last; problems: Diagnostic[] } {
  return { last: { kind: 'unclear' }, problems }
}

/**
 * The state lines of an index, and why this product must not go by them: a newer one wrote them, they belong to another
 * folder, or they are unreadable.
 */
export function readLines({ root, cluster, index = '' }: Pick<Folder, 'root' | 'cluster' | 'index'>): {
  lines: StateLine[]
  problems: Diagnostic[]
} {
  const file = `${root}/${indexName}`
  const lines: StateLine[] = []
  for (const line of stateLines(index)) {
    if (typeof line === 'number') return { lines, problems: [problem.stateUnreadable(file, line)] }
    const wrong = problemOf(file, line, cluster)
    if (wrong !== undefined) return { lines, problems: [wrong] }
    lines.push(line)
  }
  return { lines, problems: [] }
}

function problemOf(file: string, { line, format, version, state }: StateLine, cluster: string | undefined) {
  const isNewer = format > stateFormat || (isVersion(version) && isOlder(productVersion(), version))
  if (isNewer) return problem.newerProduct(file, line, { theirs: version, ours: productVersion() })
  if (format !== stateFormat || !isVersion(version)) return problem.stateUnreadable(file, line)
  const named = state['cluster']
  return named === cluster ? undefined : problem.foreignState(file, line, typeof named === 'string' ? named : undefined)
}
