import { isProduction, type Mode, modeNames } from '@thanos-fleet/catalog'
import type { Context } from '@thanos-fleet/authoring'
import { dashboards } from '@thanos-fleet/dashboards'
import { type Active, globalRuleFiles, localRuleFiles, type RuleFile, ruleFileText } from '@thanos-fleet/rules'
import { activeParts } from './active-parts.ts'

/** The rules that each Prometheus evaluates over its own data. */
export function localRules(context: Context): Record<string, string> {
  return texts('local', localRuleFiles, activeParts(context))
}

/** The rules that need the data of all Prometheus servers, for Thanos Rule. */
export function globalRules(context: Context): Record<string, string> {
  return texts('global', globalRuleFiles, activeParts(context))
}

const known = new Map<string, Record<string, string>>()
const rendered = new Map<string, string>()

/** The files as text. Most clusters of a fleet have equal rules: these are made once, and are the same object. */
function texts(
  kind: string,
  files: (active: Active) => Record<string, RuleFile>,
  active: Active,
): Record<string, string> {
  const key = `${kind} ${JSON.stringify({ ...active, components: [...active.components] })}`
  const before = known.get(key)
  if (before !== undefined) return before
  const made = Object.fromEntries(Object.entries(files(active)).map(([name, file]) => [name, textOf(file)]))
  known.set(key, made)
  return made
}

/** Whatever else decides about the rules, that of a single file is often the same. */
function textOf(file: RuleFile): string {
  const key = JSON.stringify(file)
  const text = rendered.get(key) ?? ruleFileText(file)
  rendered.set(key, text)
  return text
}

/** The dashboards of the mode, on the way to another mode also its. */
export function dashboardFiles({ spec, facts }: Context): Record<string, string> {
  const ofMode = (mode: Mode) => dashboards({ components: facts.present, mode })
  return {
    ...ofMode(spec.mode),
    ...(spec.migration === null
      ? {}
      : Object.fromEntries(modeNames.filter(isProduction).flatMap((mode) => Object.entries(ofMode(mode))))),
  }
}
