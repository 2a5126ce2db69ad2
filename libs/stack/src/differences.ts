import { type ClusterSpec, modeDefaults } from '@thanos-fleet/cluster-spec'

type Row = [setting: string, before: string, now: string]

/** Every setting of a cluster whose value is not the default of its mode. What a cluster is called is not among them. */
export function differencesFromMode(spec: ClusterSpec): Row[] {
  const { extra, ...settings } = spec
  const { extra: _none, ...defaults } = modeDefaults(spec.mode, spec.name)
  const files = Object.entries(extra).map(([kind, list]) => [kind, list.map(({ path }: { path: string }) => path)])
  return [...compare('', defaults, settings), ...compare('extra', {}, Object.fromEntries(files))]
}

function compare(path: string, before: unknown, now: unknown): Row[] {
  if (before === now) return []
  if (isRecord(before) && isRecord(now)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(now)])
    return [...keys].flatMap(key => compare(path === '' ? key : `${path}.${key}`, before[key], now[key]))
  }
  return text(before) === text(now) ? [] : [[`\`${path}\``, code(before), code(now)]]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? '' : JSON.stringify(value)
}

function code(value: unknown): string {
  const shown = text(value)
  return shown === '' ? '' : `\`${shown.replaceAll('`', "'")}\``
}
