import type { Figure } from '../check.ts'

/** How one check, fault or walk ended. */
export interface Result {
  /** The cluster under test: its mode, or `everything`. */
  mode: string
  /** What kind of proof: a check, a fault, a counter-proof, the migration. */
  kind: 'check' | 'fault' | 'counter-proof' | 'migration'
  name: string
  title: string
  outcome: 'held' | 'failed' | 'error' | 'not run'
  /** What failed, or why it was not run. */
  message: string
  figures: Figure[]
  milliseconds: number
}
