import { posix } from 'node:path'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { loadExtra } from './extra/load.ts'
import type { ClusterFolder } from './extra/paths.ts'
import type { Finding } from './finding.ts'
import { provenanceOf, type Provenance } from './provenance.ts'
import type { ClusterSpec } from './spec.ts'
import { validate } from './validate.ts'
import { decode } from './yaml/decode.ts'
import { find, type Path, type Position } from './yaml/position.ts'
import { parseYaml, type ParsedYaml } from './yaml/parse.ts'

/** A `cluster.yaml`, as bytes or as text. */
export interface ClusterFile {
  /** From the repository's root, `clusters/<name>/cluster.yaml`. */
  path: string
  text: string | Uint8Array
}

export interface LoadedCluster {
  ok: true
  path: string
  spec: ClusterSpec
  warnings: Diagnostic[]
  /** Every setting with where its value comes from; worked out at each call, since only `explain` needs it. */
  provenance(): Provenance[]
  /** Where a setting stands in the file, or the nearest thing above it. */
  locate(path: Path): Position
}

export interface RefusedCluster {
  ok: false
  path: string
  /** All errors and warnings, in the order of the file. */
  diagnostics: Diagnostic[]
}

/**
 * Reads one cluster. Pure: the disk is only reached through `folder`, and only for the files that `extra` names.
 * All errors of a file are reported together, each with its position.
 */
export function loadCluster(file: ClusterFile, folder?: ClusterFolder): LoadedCluster | RefusedCluster {
  const text = typeof file.text === 'string' ? file.text : decode(file.text)
  if (typeof text !== 'string') return refuse(file.path, [text])
  const yaml = parseYaml(text)
  if (Array.isArray(yaml)) return refuse(file.path, yaml)
  const written = (path: Path): boolean => find(yaml.document, path).depth === path.length
  const { findings, input, spec } = validate(yaml, { folder: posix.basename(posix.dirname(file.path)), written })
  const extra = loadExtra(input?.extra, folder)
  const all = [...findings, ...extra.findings]
  if (spec === undefined || all.some(({ severity }) => severity !== 'warning')) return refuse(file.path, all, yaml)
  const complete = input?.extra === undefined ? spec : { ...spec, extra: extra.files }
  return {
    ok: true,
    path: file.path,
    spec: complete,
    warnings: diagnose(file.path, all, yaml),
    provenance: () => provenanceOf(complete, yaml),
    locate: yaml.locate,
  }
}

/** The setting that a finding is about or, where that is a default, a setting of the file that it conflicts with. */
function placeOf({ path = [], at, also = [] }: Finding, yaml: ParsedYaml): Position {
  const isWritten = (one: Path): boolean => find(yaml.document, one).depth === one.length
  const other = isWritten(path) ? undefined : also.find(isWritten)
  return other === undefined ? yaml.locate(path, at) : yaml.locate(other)
}

function refuse(path: string, findings: readonly Finding[], yaml?: ParsedYaml): RefusedCluster {
  return { ok: false, path, diagnostics: diagnose(path, findings, yaml) }
}

/** Findings with their positions, in the order of the file, each once. */
function diagnose(path: string, findings: readonly Finding[], yaml?: ParsedYaml): Diagnostic[] {
  const diagnostics = findings.map((finding): Diagnostic => {
    const { severity = 'error', code, message, remedy } = finding
    const position = finding.position ?? (yaml === undefined ? undefined : placeOf(finding, yaml))
    const file = finding.file === undefined ? path : posix.join(posix.dirname(path), finding.file)
    return { severity, code, file, ...position, message, remedy }
  })
  const byPlace = diagnostics.toSorted(
    (one, other) =>
      Number(one.file !== path) - Number(other.file !== path) ||
      (one.file < other.file ? -1 : one.file > other.file ? 1 : 0) ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  )
  return byPlace.filter(({ code, line, column, file, message }, index) => {
    const before = byPlace.slice(0, index)
    return !before.some(
      (other) =>
        other.file === file &&
        other.line === line &&
        other.column === column &&
        other.code === code &&
        (other.message === message || code === 'duplicate-name'),
    )
  })
}
