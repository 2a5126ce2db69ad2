import type { Obligation } from './obligation.ts'
import { blockObligations } from './of-blocks.ts'
import { queryObligations } from './of-queries.ts'
import { sizeObligations } from './of-sizes.ts'

/** One row for each obligation; each is checked for every random specification. */
export const obligations: readonly Obligation[] = [...queryObligations, ...blockObligations, ...sizeObligations]
