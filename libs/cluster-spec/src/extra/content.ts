import type { Finding } from '../finding.ts'
import type { Path, Position } from '../yaml/position.ts'
import { type ParsedYaml, parseYaml } from '../yaml/parse.ts'
import { valueAt } from '../yaml/paths.ts'
import { relabelProblems } from '../relabel-yaml.ts'
import { alertTemplateContent } from './alert-templates.ts'
import { dashboardContent } from './dashboard.ts'
import type { ExtraContent, ExtraName } from './names.ts'
import { positionAt } from './text-position.ts'

export const extraSections = ['scrapeJobs', 'rules', 'globalRules', 'dashboards', 'alertTemplates'] as const
export type ExtraSection = (typeof extraSections)[number]

/** What an extra file names, and what is wrong with its form; promtool judges its expressions in gen:validate. */
export function extraContent(section: ExtraSection, text: string): ExtraContent {
  if (section === 'dashboards') return dashboardContent(text)
  if (section === 'alertTemplates') return alertTemplateContent(text)
  return section === 'scrapeJobs'
    ? yamlContent('scrape_configs', jobNames, text)
    : yamlContent('groups', ruleNames, text)
}

/** Characters that no YAML may contain (YAML 1.2, production 1); the parser lets some of them through. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/

function yamlContent(
  key: string,
  names: (yaml: ParsedYaml, items: unknown[]) => ExtraContent,
  text: string,
): ExtraContent {
  const forbidden = controlCharacterFinding(text)
  if (forbidden !== undefined) return refuse(forbidden)
  const yaml = parseYaml(text)
  if (Array.isArray(yaml)) {
    return refuse(
      ...yaml.map((finding) =>
        finding.code !== 'empty-file' ? finding : { ...finding, remedy: `write "${key}:" and a list` },
      ),
    )
  }
  const items = valueAt(yaml.value, [key])
  if (!Array.isArray(items)) {
    return refuse(
      badFile(
        { line: 1, column: 1 },
        `expected "${key}:" with a list at the top level`,
        `write ${key}: followed by a list of items, each starting with "- "`,
      ),
    )
  }
  const { findings, names: found } = names(yaml, items)
  return { findings: [...strangers(yaml, key), ...findings], names: found }
}

function refuse(...findings: Finding[]): ExtraContent {
  return { findings, names: [] }
}

function badFile(position: Position, message: string, remedy: string): Finding {
  return { code: 'bad-extra-file', position, message, remedy }
}

/** The first character of a text that YAML does not allow. */
export function controlCharacterFinding(text: string): Finding | undefined {
  const forbidden = control.exec(text)
  return forbidden === null ? undefined : controlCharacter(text, forbidden.index)
}

function controlCharacter(text: string, offset: number): Finding {
  return {
    code: 'control-character',
    position: positionAt(text, offset),
    message: `the character U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')} is not allowed in YAML`,
    remedy: 'remove it, or write it as an escape sequence in double quotes',
  }
}

/** Prometheus refuses its whole configuration over a key that it does not know. */
function strangers(yaml: ParsedYaml, key: string): Finding[] {
  const value = yaml.value
  return Object.keys(typeof value === 'object' && value !== null ? value : {})
    .filter((other) => other !== key)
    .map((other) =>
      badFile(
        yaml.locate([other], 'key'),
        `the key "${other}" is not allowed next to "${key}": Prometheus would reject the file`,
        `keep only ${key}: at the top level`,
      ),
    )
}

function jobNames(yaml: ParsedYaml, items: unknown[]): ExtraContent {
  const all = items.map((item, index) => named(yaml, item, ['scrape_configs', index], 'job_name', 'job'))
  const steps = items.flatMap((job, index) => relabelFindings(yaml, job, ['scrape_configs', index]))
  return { findings: [...all.flatMap(({ findings }) => findings), ...steps], names: all.flatMap(({ names }) => names) }
}

/** Prometheus refuses its whole configuration over one step that it cannot compile. */
function relabelFindings(yaml: ParsedYaml, job: unknown, path: Path): Finding[] {
  return ['relabel_configs', 'metric_relabel_configs'].flatMap((key) =>
    relabelProblems(valueAt(job, [key])).map(({ path: within, message, remedy }) => ({
      code: 'bad-relabel-config',
      position: yaml.locate([...path, key, ...within]),
      message,
      remedy,
    })),
  )
}

function ruleNames(yaml: ParsedYaml, groups: unknown[]): ExtraContent {
  const ofGroups = groups.map((group, index) => named(yaml, group, ['groups', index], 'name', 'group'))
  const first = new Set<string>()
  const repeated = ofGroups.flatMap(({ names }) => names).filter(({ name }) => first.size === first.add(name).size)
  const findings = repeated.map(({ name, position }): Finding => ({
    code: 'duplicate-group',
    position,
    message: `duplicate group ${JSON.stringify(name)} in this file`,
    remedy: 'rename one of the groups; Prometheus rejects duplicate groups in a file',
  }))
  return {
    findings: [...ofGroups.flatMap((one) => one.findings), ...findings],
    names: groups.flatMap((_group, index) => rulesOf(yaml, ['groups', index, 'rules'])),
  }
}

function rulesOf(yaml: ParsedYaml, path: Path): ExtraName[] {
  const rules = valueAt(yaml.value, path)
  return (Array.isArray(rules) ? rules : []).flatMap((rule: unknown, index) =>
    (['alert', 'record'] as const).flatMap((kind): ExtraName[] => {
      const [name, severity] = [valueAt(rule, [kind]), valueAt(rule, ['labels', 'severity'])]
      if (typeof name !== 'string') return []
      const position = yaml.locate([...path, index, kind])
      return [{ kind, name, position, severity: typeof severity === 'string' ? severity : '' }]
    }),
  )
}

/** The name of an item, without which Prometheus refuses the file. */
function named(yaml: ParsedYaml, item: unknown, path: Path, key: string, kind: 'job' | 'group'): ExtraContent {
  const name = valueAt(item, [key])
  if (typeof name === 'string' && name !== '')
    return { findings: [], names: [{ kind, name, position: yaml.locate([...path, key]) }] }
  return refuse(
    badFile(
      name === undefined ? itemPosition(yaml, path, item) : yaml.locate([...path, key]),
      name === undefined
        ? `a ${words[kind]} has no ${key}`
        : `the ${key} of a ${words[kind]} is not a string, or is empty`,
      `add ${key}: with a name, quoted if it looks like a number`,
    ),
  )
}

const words = { job: 'scrape job', group: 'group' } as const

/** Where an item of a list begins: its first key, or itself where it has none. */
function itemPosition(yaml: ParsedYaml, path: Path, item: unknown): Position {
  const [key] = Object.keys(typeof item === 'object' && item !== null ? item : {})
  return key === undefined ? yaml.locate(path) : yaml.locate([...path, key], 'key')
}
