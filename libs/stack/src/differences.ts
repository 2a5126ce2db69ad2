import { type ClusterSpec, completeDefaults, modeDefaults } from '@thanos-fleet/cluster-spec'

type Row = [setting: string, before: string, now: string]

/** Every setting of a cluster whose value is not the default of its mode. What a cluster is called is not among them. */
export function differencesFromMode(spec: ClusterSpec): Row[] {
  const { extra, ...settings } = spec
  const { extra: _files, ...defaults } = modeDefaults(spec.mode, spec.name)
  const complete: Record<string, unknown> = { ...completeDefaults(spec.mode, spec.name) }
  const before: Record<string, unknown> = defaults
  const files = Object.entries(extra).map(([kind, list]) => [kind, list.map(({ path }: { path: string }) => path)])
  return [
    ...Object.entries(settings).flatMap(([key, now]) => before[key] === null && now !== null
      ? [[`\`${key}\``, 'off', 'on'] satisfies Row, ...compare(key, complete[key] ?? {}, now)]
      : compare(key, before[key], now)),
    ...compare('extra', {}, Object.fromEntries(files)),
  ]
}

function compare(path: string, before: unknown, now: unknown): Row[] {
  if (before === now) return []
  if (now === null && isRecord(before)) return [[`\`${path}\``, 'on', 'off']]
  if (isRecord(now) && (isRecord(before) || before === undefined || before === null)) {
    const known = before ?? {}
    const keys = new Set([...Object.keys(known), ...Object.keys(now)])
    return [...keys].flatMap(key => compare(`${path}.${key}`, known[key], now[key]))
  }
  return text(before) === text(now) ? [] : [[`\`${path}\``, code(before), code(now)]]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0) ? '' : JSON.stringify(value)
}

function code(value: unknown): string {
  const shown = text(value)
  return shown === '' ? '' : `\`${shown.replaceAll('`', "'")}\``
}
