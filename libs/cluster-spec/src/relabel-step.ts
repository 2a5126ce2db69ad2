import type { RelabelConfig } from './prometheus-spec.ts'
import { regexProblem } from './regex/problem.ts'

/** What is wrong with a step of relabelling: the key that it is about, or the whole of it. */
export interface StepProblem {
  key?: keyof RelabelConfig
  message: string
  remedy: string
}

/** Actions that write or compare a target label. */
export const withTarget = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal']

/**
 * Why Prometheus and Thanos do not start with a step. Every text is a label name to them (UTF-8), so that only an empty
 * one is refused, with or without `${1}`. Source: model/relabel/relabel.go of Prometheus v3.14.0, Config.Validate
 */
export function stepProblem(step: RelabelConfig): StepProblem | undefined {
  const { regex } = step
  const problem = regex === undefined ? undefined : regexProblem(regex)
  if (problem === undefined) return actionProblem(step)
  return {
    key: 'regex',
    message: `${excerpt(regex)} is not a regular expression: ${problem.message}`,
    remedy: problem.remedy,
  }
}

function excerpt(text = ''): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function actionProblem(step: RelabelConfig): StepProblem | undefined {
  const { action = 'replace', targetLabel = '', modulus = 0, replacement = '$1', regex } = step
  const lacks = (key: string) => ({ message: `the action ${action} needs ${key}`, remedy: `add ${key}` })
  if (withTarget.includes(action) && targetLabel === '') return lacks('targetLabel')
  if (action === 'hashmod' && modulus === 0) return lacks('modulus')
  if (['lowercase', 'uppercase'].includes(action) && replacement !== '$1')
    return { key: 'replacement', message: `the action ${action} has no replacement`, remedy: 'remove it' }
  if (action === 'labelmap' && replacement === '')
    return {
      key: 'replacement',
      message: 'the replacement of labelmap is the name of a label, and is empty',
      remedy: 'write a name, which may have references such as $1; to remove labels, write the action labeldrop',
    }
  if (action.endsWith('equal') && (regex !== undefined || (step.separator ?? ';') !== ';' || replacement !== '$1'))
    return {
      message: `the action ${action} compares sourceLabels with targetLabel only`,
      remedy: 'remove the other keys',
    }
  return undefined
}
