import { type ClusterSpec, type ExtraFile, type ExtraName, extraContent } from '@thanos-fleet/cluster-spec'
import type { Context } from '@thanos-fleet/authoring'
import { factsOf } from '@thanos-fleet/connections'
import { isAlert, jobs, rulesOf } from '@thanos-fleet/rules'
import { activeParts } from './active-parts.ts'
import { dashboardFiles } from './contents.ts'

/** A name in a file of the cluster's folder that a generated thing has. */
export interface ExtraConflict {
  code: 'generated-name'
  /** Relative to the cluster's folder. */
  file: string
  line: number
  column: number
  message: string
  remedy: string
}

/**
 * Finds names in files of the cluster's folder by which they would be taken for generated ones. Files and groups of
 * rules may be called alike; here are the names that programs tell things apart by.
 */
export function extraConflicts(spec: ClusterSpec): ExtraConflict[] {
  const { rules, globalRules, scrapeJobs, dashboards } = spec.extra
  if ([rules, globalRules, scrapeJobs, dashboards].every((files) => files.length === 0)) return []
  const context = { spec, facts: factsOf(spec) }
  const taken = new Set([
    ...jobs.map((name) => keyOf({ kind: 'job', name })),
    ...ruleKeys(context),
    ...dashboardKeys(context),
  ])
  const find = (section: 'rules' | 'globalRules' | 'scrapeJobs' | 'dashboards', files: readonly ExtraFile[]) =>
    files.flatMap(({ path, text }) =>
      extraContent(section, text)
        .names.filter((name) => taken.has(keyOf(name)))
        .map((name) => conflict(path, name)),
    )
  return [
    ...find('scrapeJobs', scrapeJobs),
    ...find('rules', rules),
    ...find('globalRules', globalRules),
    ...find('dashboards', dashboards),
  ]
}

/** Two alerts that differ in their severity are two to Alertmanager, whatever their other labels are. */
function keyOf({ kind, name, severity }: Pick<ExtraName, 'kind' | 'name' | 'severity'>): string {
  return kind === 'alert' ? `alert ${severity ?? ''} ${name}` : `${kind} ${name}`
}

/** The rules of Prometheus and those of Thanos Rule: both send to the same Alertmanagers, and Query reads both. */
function ruleKeys(context: Context): string[] {
  return rulesOf(activeParts(context)).map((rule) =>
    keyOf(
      isAlert(rule)
        ? { kind: 'alert', name: rule.alert, severity: rule.labels.severity }
        : { kind: 'record', name: rule.record },
    ),
  )
}

function dashboardKeys(context: Context): string[] {
  return Object.values(dashboardFiles(context)).flatMap((text) => extraContent('dashboards', text).names.map(keyOf))
}

const explanations: Record<ExtraName['kind'], { what: string; remedy: string }> = {
  template: { what: 'template has the name', remedy: 'rename the template' },
  job: {
    what: 'scrape job has the name',
    remedy: 'change its job_name; rules and dashboards select the series of the generated job by it',
  },
  group: { what: 'group has the name', remedy: 'rename the group' },
  alert: {
    what: 'alert of this severity has the name',
    remedy: 'change its name or severity; otherwise Alertmanager resolves one alert when the other resolves',
  },
  record: {
    what: 'recording rule has the name',
    remedy: 'rename the recorded series; Prometheus drops one of two samples with the same timestamp',
  },
  uid: {
    what: 'dashboard has the uid',
    remedy: 'change the uid; Grafana would keep overwriting one dashboard with the other',
  },
  title: {
    what: 'dashboard has the title',
    remedy: 'change the title; Grafana stops updating dashboards with the same title in a folder',
  },
}

function conflict(file: string, { kind, name, position }: ExtraName): ExtraConflict {
  const { what, remedy } = explanations[kind]
  return { code: 'generated-name', file, ...position, message: `a generated ${what} ${JSON.stringify(name)}`, remedy }
}
