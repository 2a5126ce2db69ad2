import { performance } from 'node:perf_hooks'
import { planUnit, type PlanOptions } from '../files/plan.ts'
import type { Plan, Unit } from '../files/unit.ts'
import type { Generator, Linked } from './generator.ts'
import { clustersFolder, type Listing } from './list-clusters.ts'
import { countsOf, type UnitReport } from './result.ts'

export interface PlannedUnit {
  plan: Plan
  report: UnitReport
}

/**
 * Plans what belongs to no single cluster, and the removal of what clusters left that are gone. Removals only happen
 * when the whole fleet is generated.
 */
export function planShared(
  run: { repository: string; names: readonly string[] },
  generator: Generator,
  listing: Listing,
  summaries: readonly object[],
  links: Linked['links'],
  options: PlanOptions,
): PlannedUnit[] {
  const abandoned = run.names.length === 0 ? listing.abandoned : []
  let last = performance.now()
  return [...generator.shared(summaries, links), ...abandoned.map(emptied)].map((unit) => {
    const plan = planUnit(run.repository, unit, options)
    const now = performance.now()
    const report = { name: unit.root, mode: '', counts: countsOf(plan, 0), milliseconds: now - last }
    last = now
    return { plan, report }
  })
}

function emptied(name: string): Unit {
  const root = `${clustersFolder}/${name}`
  return { root, files: new Map(), handWritten: [], deep: true, cluster: name }
}
