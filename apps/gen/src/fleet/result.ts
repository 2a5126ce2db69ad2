import type { Places } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Difference, Plan } from '../files/unit.ts'
import type { Named } from './generator.ts'
import type { PlannedCluster } from './plan-cluster.ts'

/** What is to be done with a cluster: `read` leaves it at understanding its cluster.yaml. */
export interface Work {
  name: string
  only: 'read' | 'plan'
  /** What it is to other clusters; without it, a cluster that names others is only read. */
  links?: object
}

export interface Counts {
  objects: number
  written: number
  unchanged: number
  removed: number
}

/** A line of the report. */
export interface UnitReport {
  /** A cluster's name, or the folder of what all clusters share. */
  name: string
  /** The cluster's mode; empty for other folders. */
  mode: string
  counts: Counts
  milliseconds: number
}

/** What became of one cluster. Small enough to be sent between threads, and to be remembered. */
export interface ClusterResult {
  name: string
  /** Undefined if its cluster.yaml was refused. */
  mode: string | undefined
  /** What comparing it with other clusters takes of it; undefined as the mode. */
  view: object | undefined
  /** What the shared folders need of it. */
  summary: object | undefined
  /** What the report on the fleet needs of it. */
  defaulted: object | undefined
  /** Where that stands in its file. */
  places: Places | undefined
  diagnostics: Diagnostic[]
  /** Whether it names others, and is not planned before it is known what they are to it. */
  waits: boolean
  /** Undefined if it was not planned. */
  counts: Counts | undefined
  /** Only if asked for. */
  differences: Difference[]
  milliseconds: number
}

export function summarize<Spec extends Named>(planned: PlannedCluster<Spec>, differences: boolean): ClusterResult {
  const { name, spec, view, summary, defaulted, places, plan, diagnostics, milliseconds } = planned
  return {
    name,
    mode: spec?.mode,
    view,
    summary,
    defaulted,
    places,
    diagnostics,
    waits: planned.waits,
    counts: plan === undefined ? undefined : countsOf(plan, planned.objects),
    differences: differences ? (plan?.differences ?? []) : [],
    milliseconds,
  }
}

/** The numbers of a plan's line in the report. */
export function countsOf(plan: Plan, objects: number): Counts {
  return { objects, written: plan.write.size, unchanged: plan.unchanged, removed: plan.remove.length }
}
