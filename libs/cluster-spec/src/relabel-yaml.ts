import { relabelActions } from './prometheus-spec.ts'
import { stepProblem, type StepProblem } from './relabel-step.ts'
import { valueAt } from './yaml/paths.ts'
import type { Path } from './yaml/position.ts'

const keys = { targetLabel: 'target_label', regex: 'regex', replacement: 'replacement' } as const

/** A problem of a step in the configuration of a program, with its path within the list of steps. */
export interface YamlStepProblem extends Omit<StepProblem, 'key'> {
  path: Path
}

/**
 * What is wrong with the steps of a relabel_configs as Prometheus and Thanos read it. What is not of the form of a step, and
 * actions that do not exist, are for the program to judge, which gen:validate asks.
 */
export function relabelProblems(steps: unknown): YamlStepProblem[] {
  return (Array.isArray(steps) ? steps : []).flatMap((step: unknown, index) => {
    const written = textAt(step, 'action')?.toLowerCase()
    const action = relabelActions.find((one) => one === (written ?? 'replace'))
    if (action === undefined || typeof step !== 'object' || step === null) return []
    const modulus = valueAt(step, ['modulus'])
    const [regex, separator] = [textAt(step, 'regex'), textAt(step, 'separator')]
    const [targetLabel, replacement] = [textAt(step, 'target_label'), textAt(step, 'replacement')]
    const problem = stepProblem({
      action,
      ...(regex === undefined ? {} : { regex }),
      ...(separator === undefined ? {} : { separator }),
      ...(targetLabel === undefined ? {} : { targetLabel }),
      ...(replacement === undefined ? {} : { replacement }),
      ...(typeof modulus === 'number' ? { modulus } : {}),
    })
    if (problem === undefined) return []
    const { key, message, remedy } = problem
    const name = Object.entries(keys).find(([ours]) => ours === key)?.[1]
    return [
      { path: name === undefined ? [index] : [index, name], message: yamlNames(message), remedy: yamlNames(remedy) },
    ]
  })
}

/** Texts, and what YAML reads as something else and Go's decoder as the text that it was. */
function textAt(step: unknown, key: string): string | undefined {
  const value = valueAt(step, [key])
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? `${value}`
      : undefined
}

/** Names of keys as they are in files of Prometheus. */
function yamlNames(text: string): string {
  return text.replaceAll('targetLabel', 'target_label').replaceAll('sourceLabels', 'source_labels')
}
