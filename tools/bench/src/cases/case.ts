import type { Fleet } from '../fleet.ts'
import type { Measured } from '../rounds.ts'

/** What one comparison needs. */
export interface CaseOptions {
  fleet: Fleet
  rounds: number
  log: (line: string) => void
}

/** One comparison; ratios are those of the first measured to each of the others. */
export interface Comparison {
  task: string
  clusters: number
  measured: Measured[]
}
