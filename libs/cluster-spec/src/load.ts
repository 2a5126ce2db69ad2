import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { decode } from './yaml/decode.ts'
import type { Finding } from './finding.ts'
import { translate } from './issues/translate.ts'
import { type ExtraFiles, resolveCluster } from './resolve/cluster.ts'
import { clusterSchema } from './schema/cluster.ts'
import type { ClusterSpec } from './spec.ts'
import { parseYaml, type ParsedYaml } from './yaml/parse.ts'
import type { Path, Position } from './yaml/position.ts'

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
  /** Where a setting stands in the file, or the nearest thing above it. */
  locate(path: Path): Position
}

export interface RefusedCluster {
  ok: false
  path: string
  /** All errors and warnings, in the order of the file. */
  diagnostics: Diagnostic[]
}

const noFiles: ExtraFiles = { scrapeJobs: [], rules: [], dashboards: [] }

/** Reads one cluster. Pure: the disk is only reached through `folder`. */
export function loadCluster(file: ClusterFile): LoadedCluster | RefusedCluster {
  const text = typeof file.text === 'string' ? file.text : decode(file.text)
  if (typeof text !== 'string') return refuse(file.path, [text])
  const yaml = parseYaml(text)
  if (Array.isArray(yaml)) return refuse(file.path, yaml)
  const parsed = clusterSchema.safeParse(yaml.value)
  if (!parsed.success) return refuse(file.path, translate(parsed.error.issues, yaml.value), yaml)
  return { ok: true, path: file.path, spec: resolveCluster(parsed.data, noFiles), warnings: [], locate: yaml.locate }
}

function refuse(file: string, findings: readonly Finding[], yaml?: ParsedYaml): RefusedCluster {
  return { ok: false, path: file, diagnostics: findings.map((finding) => diagnose(file, finding, yaml)) }
}

function diagnose(file: string, finding: Finding, yaml?: ParsedYaml): Diagnostic {
  const { severity = 'error', code, message, remedy } = finding
  const position = finding.position ?? yaml?.locate(finding.path ?? [], finding.at)
  return { severity, code, file, ...position, message, remedy }
}
