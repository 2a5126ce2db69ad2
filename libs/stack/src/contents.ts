import type { Context } from '@thanos-fleet/component'
import type { ExtraFile } from '@thanos-fleet/cluster-spec'
import { dashboards } from '@thanos-fleet/dashboards'
import { type Active, globalRuleFiles, localRuleFiles, type RuleFile, ruleFileText } from '@thanos-fleet/rules'

/** The rules that each Prometheus evaluates over its own data, with those of the cluster's folder. */
export function localRules(context: Context): Record<string, string> {
  return { ...texts(localRuleFiles(active(context))), ...named(context.spec.extra.rules) }
}

/** The rules that need the data of all Prometheus servers, for Thanos Rule. */
export function globalRules(context: Context): Record<string, string> {
  return texts(globalRuleFiles(active(context)))
}

const runbookBase = 'https://github.com/thanos-fleet/thanos-fleet/blob/main/docs/runbooks'

function active({ spec, facts }: Context): Active {
  return {
    components: facts.present,
    replicationFactor: spec.receive.replicationFactor,
    alertmanagers: spec.alertmanager.replicas,
    runbookBase,
  }
}

const rendered = new Map<string, Record<string, string>>()

/** The files as text. Most clusters of a fleet have equal rules: the text is made once. */
function texts(files: Record<string, RuleFile>): Record<string, string> {
  const key = JSON.stringify(files)
  const known = rendered.get(key) ?? Object.fromEntries(Object.entries(files).map(([name, file]) => [name, ruleFileText(file)]))
  rendered.set(key, known)
  return known
}

/** The dashboards of the mode, with those of the cluster's folder. */
export function dashboardFiles({ spec, facts }: Context): Record<string, string> {
  return { ...dashboards({ components: facts.present, mode: spec.mode }), ...named(spec.extra.dashboards) }
}

function named(files: readonly ExtraFile[]): Record<string, string> {
  return Object.fromEntries(files.map(file => [fileName(file.path), file.text]))
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
