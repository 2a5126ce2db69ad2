import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Last } from './last.ts'
import type { Remembered } from './state-line.ts'

/** Generated files: path from the repository's root, with `/`, to the text. */
export type Projection = ReadonlyMap<string, string>

/** A folder with its own ownership index: a cluster, the shared overlays, the GitOps objects. */
export interface Unit {
  /** From the repository's root, `clusters/eu-1`. */
  root: string
  /** All that the folder has to contain of generated files. */
  files: Projection
  /** Files of the folder that people write and that are read, from the repository's root. */
  handWritten: readonly string[]
  /** Whether the folders below belong to it too; `clusters/` itself has them as units of their own. */
  deep: boolean
  /** The cluster that the folder belongs to; left out where it belongs to all. */
  cluster?: string
  /** What the next run has to know of the cluster; left out where no change can do harm. */
  state?: Remembered | undefined
  /** Whether a state is one that this generator can have left; left out: any is. */
  understands?: ((state: Remembered) => boolean) | undefined
}

/** How the disk differs from what is generated. */
export interface Difference {
  kind: 'missing' | 'extra' | 'changed'
  /** From the repository's root. */
  path: string
  /** What stands there; absent for `missing`. */
  before?: string
  /** What is generated; absent for `extra`. */
  after?: string
}

/** What a run would do to one unit; made without writing anything. */
export interface Plan {
  root: string
  /** As in `Unit`. */
  deep: boolean
  /** Files to create or replace, path from the repository's root to the text. Nothing in them is wrong on disk yet. */
  write: Map<string, string>
  /** Files to remove, from the repository's root. */
  remove: string[]
  /** How many files are as they should be. */
  unchanged: number
  differences: Difference[]
  /** Files that nobody generated and nothing reads, from the repository's root, in alphabetical order. */
  unmanaged: string[]
  /** In which state the folder was generated last. */
  last: Last
  /** Why the plan may not be carried out. */
  problems: Diagnostic[]
  /** The ownership index while the plan is carried out, and after it; null where it need not be written. */
  index: { during: string; after: string | null } | null
  /** Whether a run that was killed left temporary files, which writing removes. */
  leftovers: boolean
}
