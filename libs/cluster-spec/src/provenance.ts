import { isScalar } from 'yaml'
import { modeDefaults, modes } from './defaults/index.ts'
import { pathText } from './issues/describe.ts'
import { valueAt } from './yaml/paths.ts'
import type { ClusterSpec, Mode } from './spec.ts'
import type { ParsedYaml } from './yaml/parse.ts'
import { find, type Path } from './yaml/position.ts'

/** One setting of a cluster. */
export interface Provenance {
  /** As people write it, `receive.hashrings[0].name`. */
  path: string
  value: string | number | boolean | null | readonly [] | Readonly<Record<string, never>>
  from: `cluster.yaml:${number}` | `default of ${Mode}` | 'default'
}

type Leaf = { path: Path; value: Provenance['value'] }

/** Every setting with where its value comes from, in the order of ClusterSpec. */
export function provenanceOf(spec: ClusterSpec, yaml: ParsedYaml): Provenance[] {
  return leaves(spec, []).map(({ path, value }) => ({
    path: pathText(path),
    value,
    from: lineOf(path, value, yaml) ?? defaultOf(path, value, spec),
  }))
}

/** The settings of a value; the texts of extra files are left out, which would be long. */
function leaves(value: unknown, path: Path): Leaf[] {
  if (path[0] === 'extra' && path.at(-1) === 'text') return []
  if (Array.isArray(value)) {
    return value.length === 0 ? [{ path, value: [] }] : value.flatMap((item, index) => leaves(item, [...path, index]))
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    return entries.length === 0
      ? [{ path, value: {} }]
      : entries.flatMap(([key, item]) => leaves(item, [...path, key]))
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? [{ path, value }]
    : []
}

/** The line that states a setting: its own, or that of a shorthand with its value (`memory: 2Gi`). */
function lineOf(path: Path, value: Provenance['value'], yaml: ParsedYaml): `cluster.yaml:${number}` | undefined {
  const found = find(yaml.document, path)
  const stated =
    found.depth === path.length ||
    (isScalar(found.value) && value !== null && String(found.value.value) === String(value)) ||
    (path[0] === 'extra' && found.depth > 1)
  return stated ? `cluster.yaml:${yaml.locate(path.slice(0, found.depth)).line}` : undefined
}

/** Whether all modes have one default for a setting, or this mode its own. */
function defaultOf(path: Path, value: Provenance['value'], spec: ClusterSpec): Provenance['from'] {
  const differs = modes.some((mode) => {
    const other = valueAt(modeDefaults(mode, spec.name), path)
    return other !== undefined && JSON.stringify(other) !== JSON.stringify(value)
  })
  return differs ? `default of ${spec.mode}` : 'default'
}
