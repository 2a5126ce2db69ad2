import type { ConfigurableName } from '@thanos-fleet/catalog'
import type { Finding } from '../finding.ts'
import { sectionsOf } from '../sections.ts'
import { relabelProblems } from '../relabel-yaml.ts'
import { parseYaml } from '../yaml/parse.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { flagRegexProblem } from './regex-flags.ts'

/** Flags reach their program as they are written: no shell takes quotes off, no line ends, and expressions are compiled. */
export const flagValues: Check = (spec) =>
  sectionsOf(spec).flatMap(({ component, path, settings: { extraFlags } }) =>
    Object.entries(extraFlags).flatMap(([name, value]) => {
      if (typeof value === 'boolean') return []
      const at = [...path, 'extraFlags', name]
      const findings = (text: string, place: Path) => valueFindings(component, name, text, place)
      if (typeof value === 'string') return findings(value, at)
      return value.flatMap((item, index) => findings(item, [...at, index]))
    }),
  )

function valueFindings(component: ConfigurableName, flag: string, value: string, path: Path): Finding[] {
  if (!isPlain(value)) return [badValue(path, value)]
  const step = relabelFlags.test(flag) ? stepsOf(value)[0] : undefined
  if (step !== undefined) {
    const message = `step ${Number(step.path[0]) + 1} of --${flag}: ${step.message}`
    return [{ code: 'bad-flag-value', path, message, remedy: step.remedy }]
  }
  const problem = flagRegexProblem(component, flag, value)
  if (problem === undefined) return []
  const message = `${JSON.stringify(value.slice(0, 60))} is not a regular expression, which --${flag} takes: ${problem.message}`
  return [{ code: 'bad-flag-value', path, message, remedy: problem.remedy }]
}

/** Flags of Thanos whose value is a relabel_configs in YAML. Source: --help of its commands */
const relabelFlags = /^(selector|alert|receive)\.relabel-config$/

function stepsOf(value: string) {
  const yaml = parseYaml(value)
  return Array.isArray(yaml) ? [] : relabelProblems(yaml.value)
}

function isPlain(value: string): boolean {
  return !/\p{Cc}/u.test(value) && !/^(["']).*\1$/.test(value)
}

function badValue(path: Path, value: string): Finding {
  return {
    code: 'bad-flag-value',
    path,
    message: `no shell reads ${JSON.stringify(value.slice(0, 60))}: quotes and control characters would be a part of the value`,
    remedy: 'write one line, without quotes inside of those of YAML',
  }
}
