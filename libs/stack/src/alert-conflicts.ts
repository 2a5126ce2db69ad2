import {
  type ClusterSpec,
  completeDefaults,
  type Mode,
  modes,
  type Path,
  withExpectedLinks,
} from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import { didYouMean } from '@thanos-fleet/diagnostics'
import { ownValue } from '@thanos-fleet/json'
import {
  type AlertingRule,
  isAlert,
  rulesOf,
  type Threshold,
  type Thresholds,
  type ThresholdValues,
  thresholdsOf,
  wrongValue,
} from '@thanos-fleet/rules'
import { activeParts } from './active-parts.ts'

/** A setting of an alert that has no effect on any. */
export interface AlertConflict {
  code: 'unknown-alert' | 'reserved-label' | 'unknown-threshold' | 'bad-threshold'
  path: Path
  at: 'key' | 'value'
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
  const thresholds = thresholdsOf(activeParts({ spec, facts: factsOf(spec) }))
  return entries.flatMap(([name, settings]): AlertConflict[] => {
    const path = ['alerts', name]
    const rules = here.get(name)
    if (rules !== undefined) {
      if (settings === false) return []
      const known = thresholds.get(name) ?? {}
      return [
        ...ownLabels(name, rules, settings.labels ?? {}),
        ...wrongThresholds(path, known, settings.thresholds ?? {}),
      ]
    }
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
  everywhere ??= new Set(modes.flatMap((mode) => [...shippedAlerts(withOthers(mode)).keys()]))
  return everywhere
}

/** A cluster that reads another one, and that another one sends to where it can. */
function withOthers(mode: Mode): ClusterSpec {
  const spec = completeDefaults(mode, 'example')
  const { links } = withExpectedLinks({ ...spec, query: { ...spec.query, clusters: ['other'] } })
  return { ...spec, links: { ...links, writers: ['other'] } }
}

function unknown(name: string, path: Path, known: readonly string[]): AlertConflict {
  return {
    code: 'unknown-alert',
    path,
    at: 'key',
    message: `unknown alert "${name}"`,
    remedy: didYouMean(
      name,
      known,
      'use the name of an alert in docs/runbooks; alerts of your own are changed in their own files',
    ),
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

function wrongThresholds(alert: Path, known: Thresholds, values: ThresholdValues): AlertConflict[] {
  return Object.entries(values).flatMap(([name, value]): AlertConflict[] => {
    const path = [...alert, 'thresholds', name]
    const threshold = ownValue<Threshold>(known, name)
    if (threshold === undefined) return [unknownThreshold(path, Object.keys(known))]
    const wanted = wrongValue(threshold, value)
    if (wanted === undefined) return []
    return [
      {
        code: 'bad-threshold',
        path,
        at: 'value',
        message: `${path.join('.')}: expected ${wanted}, found ${JSON.stringify(value)}`,
        remedy: `it is shipped as ${threshold.shipped}`,
      },
    ]
  })
}

function unknownThreshold(path: Path, known: readonly string[]): AlertConflict {
  const [alert, name] = [String(path.at(1)), String(path.at(-1))]
  return {
    code: 'unknown-threshold',
    path,
    at: 'key',
    message: `the alert ${alert} has no threshold "${name}"`,
    remedy:
      known.length === 0
        ? 'none of its numbers can be set: switch it off, and write your own under extra.rules'
        : didYouMean(name, known, `use one of ${known.join(', ')}`),
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
