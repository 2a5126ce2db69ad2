import type { Fleet } from '../fleet.ts'
import type { Measured } from '../rounds.ts'

/** What one comparison needs. */
export interface CaseOptions {
  clusters: number
  /**
   * Makes the same fleet again in a new folder. Folders are only removed at the very end: ext4 is several times slower
   * in making files for minutes after as many have been removed, since it looks for inodes that were not used lately.
   */
  create: () => Fleet
  rounds: number
  log: (line: string) => void
}

/** One comparison; ratios are those of the first measured to each of the others. */
export interface Comparison {
  task: string
  clusters: number
  measured: Measured[]
}
