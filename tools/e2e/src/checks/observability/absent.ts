import type { Asked } from './dashboards.ts'

/** Queries of panels that have no data in a healthy cluster of the test, and why. */
export interface Absence {
  /** The panel's title, in whatever dashboard. */
  panel: string
  /** Which of its queries; all, if left out. */
  expr?: RegExp
  /** Why nothing is there to show. */
  reason: string
}

export const absences: readonly Absence[] = [
]

/** Why the query may have no data; null: it must have some. */
export function reasonFor({ panel, expr }: Asked): string | null {
  return absences.find(absence => absence.panel === panel && (absence.expr?.test(expr) ?? true))?.reason ?? null
}
