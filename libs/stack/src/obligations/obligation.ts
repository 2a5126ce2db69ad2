import type { ClusterObjects } from './cluster-objects.ts'

/** What a setting of one component demands of another: read off the objects of a cluster, not off its specification. */
export interface Obligation {
  setting: string
  demands: string
  why: string
  /** Where it is documented, or the place in the source of the program. */
  source: string
  /** Whether a cluster has what the setting is about. */
  applies(cluster: ClusterObjects): boolean
  /** What does not keep it, by name; empty: everything does. */
  broken(cluster: ClusterObjects): string[]
}
