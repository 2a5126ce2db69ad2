import {
  type ClusterSpec,
  completeDefaults,
  type Fleet,
  modeDefaults,
  productFleet,
  resolveDestination,
  settingPath,
} from '@thanos-fleet/cluster-spec'
import { isObject, ownValue } from '@thanos-fleet/json'

interface Difference {
  path: readonly string[]
  row: readonly [setting: string, before: string, now: string]
  now: unknown
}

/**
 * Every setting of a cluster whose value is not the default of its mode; where there is a fleet.yaml, with a link to
 * it if it says so. What a cluster is called, and where the fleet's repository is, are not among them.
 */
export function differencesFromMode(spec: ClusterSpec, fleet: Fleet = productFleet): string[][] {
  const { extra, objects: _own, runbookUrl: _url, ...settings } = spec
  const { extra: _files, objects: _none, ...ofMode } = modeDefaults(spec.mode, spec.name)
  // How Argo CD calls clusters is the fleet's to say; what a cluster says instead is a difference.
  const destination = resolveDestination(fleet.spec.gitops.argocd.destination, spec.name)
  const defaults = { ...ofMode, gitops: { destination } }
  const complete: Record<string, unknown> = { ...completeDefaults(spec.mode, spec.name) }
  const before: Record<string, unknown> = defaults
  const files = Object.entries(extra).map(([kind, list]) => [kind, list.map(({ path }: { path: string }) => path)])
  const differences = [
    ...Object.entries(settings).flatMap(([key, now]) =>
      before[key] === null && now !== null
        ? [
            { path: [key], row: [`\`${settingPath([key]).join('.')}\``, 'off', 'on'], now } satisfies Difference,
            ...compare([key], complete[key] ?? {}, now),
          ]
        : compare([key], before[key], now),
    ),
    ...compare(['extra'], {}, Object.fromEntries(files)),
  ]
  return differences.map(({ path, row, now }) => [
    ...row,
    ...(fleet.value === undefined
      ? []
      : [fleet.says(spec, settingPath(path), now) ? '[fleet.yaml](../fleet.yaml)' : '']),
  ])
}

function compare(path: readonly string[], before: unknown, now: unknown): Difference[] {
  const setting = `\`${settingPath(path).join('.')}\``
  if (before === now) return []
  if (now === null && isObject(before)) return [{ path, row: [setting, 'on', 'off'], now }]
  if (isObject(now) && (isObject(before) || before === undefined || before === null)) {
    const known = before ?? {}
    const keys = new Set([...Object.keys(known), ...Object.keys(now)])
    return [...keys].flatMap((key) => compare([...path, key], ownValue(known, key), ownValue(now, key)))
  }
  return text(before) === text(now) ? [] : [{ path, row: [setting, code(before), code(now)], now }]
}

function text(value: unknown): string {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
    ? ''
    : JSON.stringify(value)
}

function code(value: unknown): string {
  const shown = text(value)
  return shown === '' ? '' : `\`${shown.replaceAll('`', "'")}\``
}
