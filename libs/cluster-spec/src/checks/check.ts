import type { Finding } from '../finding.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Path } from '../yaml/position.ts'

/** What a check may know beside the specification. */
export interface CheckContext {
  /** The folder that the file is in. */
  folder: string
  /** Whether the file itself says something at a path, as opposed to a default. */
  written(path: Path): boolean
}

/** A rule that a specification must keep although each of its values is well-formed by itself. */
export type Check = (spec: ClusterSpec, context: CheckContext) => Finding[]
