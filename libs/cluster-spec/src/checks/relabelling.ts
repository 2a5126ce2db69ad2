import type { Finding } from '../finding.ts'
import { stepProblem, type StepProblem, withTarget } from '../relabel-step.ts'
import type { RelabelConfig } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** The series of a job, and those that are written elsewhere, are relabelled alike. */
export const relabelling: Check = ({ prometheus: { metricRelabelConfigs, remoteWrite } }) => [
  ...Object.entries(metricRelabelConfigs).flatMap(([job, steps]) =>
    stepFindings(steps, ['prometheus', 'metricRelabelConfigs', job]),
  ),
  ...remoteWrite.flatMap(({ writeRelabelConfigs = [] }, index) =>
    stepFindings(writeRelabelConfigs, ['prometheus', 'remoteWrite', index, 'writeRelabelConfigs']),
  ),
]

function stepFindings(steps: readonly RelabelConfig[], path: Path): Finding[] {
  return steps.flatMap((step, index): Finding[] => {
    const { key, message, remedy } = stepProblem(step) ?? superfluous(step) ?? {}
    if (message === undefined || remedy === undefined) return []
    const at = key === undefined ? [...path, index] : [...path, index, key]
    return [{ code: 'bad-relabel-config', path: at, message, remedy }]
  })
}

/** What Prometheus refuses for some actions and ignores for others, and what makes a step do nothing. */
function superfluous(step: RelabelConfig): StepProblem | undefined {
  const { action = 'replace', targetLabel, modulus } = step
  if (action !== 'hashmod' && modulus !== undefined)
    return { message: `the action ${action} has no modulus`, remedy: 'remove it' }
  if (!withTarget.includes(action) && targetLabel !== undefined)
    return { message: `the action ${action} has no targetLabel`, remedy: 'remove it' }
  if (
    ['labeldrop', 'labelkeep'].includes(action) &&
    Object.keys(step).some((key) => !['action', 'regex'].includes(key))
  )
    return { message: `the action ${action} has nothing but a regex`, remedy: 'keep action and regex only' }
  if (['keep', 'drop'].includes(action) && step.sourceLabels === undefined)
    return { message: `the action ${action} needs sourceLabels`, remedy: 'add sourceLabels' }
  if (action.endsWith('equal') && (step.separator !== undefined || step.replacement !== undefined))
    return {
      message: `the action ${action} compares sourceLabels with targetLabel only`,
      remedy: 'remove the other keys',
    }
  return undefined
}
