import { isScalar } from 'yaml'
import { modeDefaults, modes } from './defaults/index.ts'
import { pathText } from './issues/describe.ts'
import { valueAt } from './yaml/paths.ts'
import type { ClusterSpec, Mode } from './spec.ts'
import type { Sources } from './fleet-file/sources.ts'
import type { Path } from './yaml/position.ts'

/** One setting of a cluster. */
export interface Provenance {
  /** As people write it, `receive.hashrings[0].name`. */
  path: string
  value: string | number | boolean | null | readonly [] | Readonly<Record<string, never>>
  from: `${string}.yaml:${number}` | `default of ${Mode}` | 'default'
}

type Leaf = { path: Path; value: Provenance['value'] }

/** Every setting with where its value comes from, in the order of ClusterSpec. */
export function provenanceOf(spec: ClusterSpec, sources: Sources): Provenance[] {
  return leavesOfSettings(spec, []).map(({ path, value }) => {
    const written = settingPath(path)
    return {
      path: pathText(written),
      value,
      from: lineOf(written, value, sources) ?? defaultOf(path, value, spec),
    }
  })
}

/** Where cluster.yaml has a part of the specification, as far as that is at another path there. */
export function settingPath<Element extends string | number>(path: readonly Element[]): (Element | string)[] {
  const [first, ...rest] = path
  return first === 'externalAlertmanagers' ? ['alertmanager', 'external', ...rest] : [...path]
}

/** The settings of a value; left out are the texts of extra files and of own objects, which would be long, and what follows from other clusters. */
export function leavesOfSettings(value: unknown, path: Path): Leaf[] {
  if ((path[0] === 'extra' && path.at(-1) === 'text') || path[0] === 'objects' || path[0] === 'links') return []
  if (Array.isArray(value)) {
    return value.length === 0
      ? [{ path, value: [] }]
      : value.flatMap((item, index) => leavesOfSettings(item, [...path, index]))
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    return entries.length === 0
      ? [{ path, value: {} }]
      : entries.flatMap(([key, item]) => leavesOfSettings(item, [...path, key]))
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? [{ path, value }]
    : []
}

/** The line that states a setting: its own, or that of a shorthand with its value (`memory: 2Gi`). */
function lineOf(path: Path, value: Provenance['value'], sources: Sources): Provenance['from'] | undefined {
  const found = sources.find(path)
  const stated =
    found.depth === path.length ||
    (isScalar(found.value) && value !== null && String(found.value.value) === String(value)) ||
    (path[0] === 'extra' && found.depth > 1)
  if (!stated) return undefined
  const said = path.slice(0, found.depth)
  return `${sources.fileOf(said)}.yaml:${sources.locate(said).line}`
}

/** Whether all modes have one default for a setting, or this mode its own. */
function defaultOf(path: Path, value: Provenance['value'], spec: ClusterSpec): Provenance['from'] {
  const differs = modes.some((mode) => {
    const other = valueAt(modeDefaults(mode, spec.name), path)
    return other !== undefined && JSON.stringify(other) !== JSON.stringify(value)
  })
  return differs ? `default of ${spec.mode}` : 'default'
}
