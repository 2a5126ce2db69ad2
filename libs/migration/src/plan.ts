import { isProduction } from '@thanos-fleet/catalog'
import {
  type ClusterFile,
  type ClusterFolder,
  type ClusterSpec,
  type Fleet,
  loadCluster,
  type ProductionMode,
  type MigrationStage,
  migrationStageOf,
} from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { applyStep } from './apply-step.ts'
import { type Change, changesBetween } from './changes.ts'
import { type Explanation, explain } from './explain.ts'
import { type Before, refuseSkip } from './skip.ts'
import { nextStep, type Step, stepsTo } from './step.ts'

/** The next step of a cluster, with everything that a person wants to see before taking it. */
export interface StepPlan {
  step: Step
  explanation: Explanation
  /** The specification before and after. */
  before: ClusterSpec
  after: ClusterSpec
  /** The text of `cluster.yaml` before and after. */
  text: { before: string; after: string }
  changes: Change[]
}

export type Planned = { ok: true; spec: ClusterSpec; plan: StepPlan | null } | { ok: false; diagnostics: Diagnostic[] }

export interface Wishes {
  /** The mode to move to; by default where the cluster is going already. */
  goal?: ProductionMode | undefined
  /** The step to take, which must be the next one. */
  step?: MigrationStage | undefined
  /** Where the cluster was when its folder was generated last: `cluster.yaml` must not be further than a step from there. */
  generated?: Before | null | undefined
}

/**
 * Works out the next step of a cluster. The step is refused where its specification would not be valid, and where another
 * is asked for than the next. `plan` is null where there is nothing to do.
 */
export function planStep(
  file: { path: string; text: string },
  { goal, step: wanted, generated = null }: Wishes,
  folder?: ClusterFolder,
  fleet?: Fleet,
): Planned {
  const loaded = loadCluster(file, folder, fleet)
  if (!loaded.ok) return loaded
  const { spec } = loaded
  const skip = generated === null ? null : refuseSkip(generated, spec)
  if (skip !== null) {
    const { path, ...said } = skip
    return { ok: false, diagnostics: [{ severity: 'error', file: file.path, ...loaded.locate(path), ...said }] }
  }
  const step = nextStep(spec, goal)
  const refusal = refuse(spec, step, wanted)
  if (refusal !== null) {
    const place = loaded.locate(spec.migration === null ? ['mode'] : ['migration', 'step'])
    return { ok: false, diagnostics: [{ severity: 'error', file: file.path, ...place, ...refusal }] }
  }
  return step === null ? { ok: true, spec, plan: null } : planned(file, { folder, fleet }, spec, step)
}

function planned(
  file: { path: string; text: string },
  { folder, fleet }: { folder: ClusterFolder | undefined; fleet: Fleet | undefined },
  before: ClusterSpec,
  step: Step,
): Planned {
  const text = applyStep(file.text, step)
  const next: ClusterFile = { path: file.path, text }
  const loaded = loadCluster(next, folder, fleet)
  if (!loaded.ok)
    return { ok: false, diagnostics: loaded.diagnostics.map((diagnostic) => ofNextStep(diagnostic, step)) }
  const after = loaded.spec
  const plan = {
    step,
    explanation: explain(step),
    before,
    after,
    text: { before: file.text, after: text },
    changes: changesBetween(before, after),
  }
  return { ok: true, spec: before, plan }
}

/** Positions are those of the text after the step, in which the section may be one line more. */
function ofNextStep({ line: _line, column: _column, ...diagnostic }: Diagnostic, { to }: Step): Diagnostic {
  return { ...diagnostic, message: `after step ${to}: ${diagnostic.message}` }
}

function refuse(
  spec: ClusterSpec,
  step: Step | null,
  wanted: MigrationStage | undefined,
): Pick<Diagnostic, 'code' | 'message' | 'remedy'> | null {
  if (!isProduction(spec.mode)) {
    return {
      code: 'migration-not-supported',
      message: `mode ${spec.mode} cannot be migrated: its bucket is local to one node`,
      remedy: 'create a new cluster in the other mode',
    }
  }
  if (wanted === undefined || (step !== null && wanted === step.to)) return null
  const here = migrationStageOf(spec)
  return {
    code: 'migration-step-skipped',
    message: `the cluster is at ${here}; ${wanted} ${step === null ? 'is not reachable from there' : `is not the next step, ${step.to} is`}`,
    remedy: step === null ? 'choose a target: --to receive-mode or --to sidecar-mode' : wayTo(spec, step, wanted),
  }
}

function wayTo(spec: ClusterSpec, { goal }: Step, wanted: MigrationStage): string {
  const names = [...new Set(stepsTo(spec, goal).map(({ to }) => to))]
  const place = names.indexOf(wanted)
  return place < 0
    ? `take one of the remaining steps to ${goal}: ${names.join(', ')}`
    : `take ${names.slice(0, place).join(', ')} first, each after the previous one is complete`
}
