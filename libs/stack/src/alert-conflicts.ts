import { type ClusterSpec, completeDefaults, modes, type Path } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import { suggest } from '@thanos-fleet/diagnostics'
import { type AlertingRule, isAlert, rulesOf } from '@thanos-fleet/rules'
import { activeParts } from './active-parts.ts'

/** A setting of an alert that has no effect on any. */
export interface AlertConflict {
  code: 'unknown-alert' | 'reserved-label'
  path: Path
  at: 'key'
  message: string
  remedy: string
}

/**
 * Finds settings of alerts that this cluster does not have.
 * @param isOwn whether the cluster itself says a setting; a fleet may well speak of alerts that only some clusters have
 */
export function alertConflicts(spec: ClusterSpec, isOwn: (path: Path) => boolean): AlertConflict[] {
  const entries = Object.entries(spec.alerts)
  if (entries.length === 0) return []
  const here = shippedAlerts(spec)
  return entries.flatMap(([name, settings]): AlertConflict[] => {
    const path = ['alerts', name]
    const rules = here.get(name)
    if (rules !== undefined) return settings === false ? [] : ownLabels(name, rules, settings.labels ?? {})
    const isElsewhere = anywhere().has(name)
    if (isElsewhere && !isOwn(path)) return []
    return [isElsewhere ? notHere(name, path) : unknown(name, path, [...here.keys()])]
  })
}

/** The alerts of a cluster as they are shipped, by name. */
function shippedAlerts(spec: ClusterSpec): Map<string, AlertingRule[]> {
  const active = { ...activeParts({ spec, facts: factsOf(spec) }), alerts: {}, alertLabels: {} }
  return Map.groupBy(rulesOf(active).filter(isAlert), ({ alert }) => alert)
}

let everywhere: ReadonlySet<string> | undefined

/** The alerts that some cluster can have. */
function anywhere(): ReadonlySet<string> {
  everywhere ??= new Set(modes.flatMap((mode) => [...shippedAlerts(completeDefaults(mode, 'example')).keys()]))
  return everywhere
}

function unknown(name: string, path: Path, known: readonly string[]): AlertConflict {
  const meant = suggest(name, known)
  return {
    code: 'unknown-alert',
    path,
    at: 'key',
    message: `unknown alert "${name}"`,
    remedy:
      meant === undefined
        ? 'use the name of an alert in docs/runbooks; alerts of your own are changed in their own files'
        : `did you mean "${meant}"?`,
  }
}

function notHere(name: string, path: Path): AlertConflict {
  return {
    code: 'unknown-alert',
    path,
    at: 'key',
    message: `this cluster does not have the alert "${name}": it is about something that the cluster does not have`,
    remedy: 'remove the line',
  }
}

function ownLabels(name: string, rules: readonly AlertingRule[], labels: Record<string, string>): AlertConflict[] {
  const taken = new Set(rules.flatMap((rule) => Object.keys(rule.labels)))
  return Object.keys(labels)
    .filter((label) => taken.has(label))
    .map((label) => ({
      code: 'reserved-label',
      path: ['alerts', name, 'labels', label],
      at: 'key',
      message: `alerts.${name}.labels: the alert sets "${label}" itself`,
      remedy: 'use another name',
    }))
}
