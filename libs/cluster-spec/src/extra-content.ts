import type { ExtraSection } from './extra.ts'
import type { Finding } from './finding.ts'
import { parseYaml } from './yaml/parse.ts'
import { valueAt } from './yaml/paths.ts'

const topLevel = { scrapeJobs: 'scrape_configs', rules: 'groups' } as const

/** What is wrong with the form of an extra file; promtool judges its content in gen:validate. */
export function extraContent(section: ExtraSection, text: string): Finding[] {
  return section === 'dashboards' ? dashboardContent(text) : yamlContent(topLevel[section], text)
}

function yamlContent(key: string, text: string): Finding[] {
  const yaml = parseYaml(text)
  if (Array.isArray(yaml)) {
    return yaml.map((finding) =>
      finding.code !== 'empty-file' ? finding : { ...finding, remedy: `write "${key}:" and a list` },
    )
  }
  if (Array.isArray(valueAt(yaml.value, [key]))) return []
  return [
    {
      code: 'bad-extra-file',
      position: { line: 1, column: 1 },
      message: `expected "${key}:" with a list at the top level`,
      remedy: `write ${key}: and below it the items, each beginning with "- "`,
    },
  ]
}

function dashboardContent(text: string): Finding[] {
  const refuse = (message: string, line = 1, column = 1): Finding[] => [
    {
      code: 'bad-extra-file',
      position: { line, column },
      message,
      remedy: 'export the dashboard from Grafana as JSON',
    },
  ]
  try {
    const value: unknown = JSON.parse(text)
    return typeof valueAt(value, ['title']) === 'string'
      ? []
      : refuse('expected a Grafana dashboard: an object with a "title"')
  } catch (error) {
    const at = /\(line (\d+) column (\d+)\)/.exec(error instanceof Error ? error.message : '')
    return refuse('not valid JSON', Number(at?.[1] ?? 1), Number(at?.[2] ?? 1))
  }
}
