import type { Finding } from '../finding.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Path } from '../yaml/position.ts'

/** What a check may know beside the specification. */
export interface CheckContext {
  /** The folder that the file is in. */
  folder: string
  /** Whether a file says something at a path, the cluster's or the fleet's, as opposed to a default of ours. */
  written(path: Path): boolean
  /** The channels of versions, ours and the fleet's. */
  channels: readonly string[]
  /** The rings that the fleet lists; null: it lists none, and every name is one. */
  rings: readonly string[] | null
}

/** A rule that a specification must keep although each of its values is well-formed by itself. */
export type Check = (spec: ClusterSpec, context: CheckContext) => Finding[]
