/** What is wrong, where, and what to write instead. Errors are data: collected, sorted and reported together. */
export interface Diagnostic {
  severity: 'error' | 'warning'
  /** A stable name of the rule, `replication-factor-above-ingestors`. */
  code: string
  /** The path from the repository's root. */
  file: string
  /** Counted from 1; absent where a whole file is meant. */
  line?: number
  column?: number
  message: string
  /** What to write or do. */
  remedy: string
}
