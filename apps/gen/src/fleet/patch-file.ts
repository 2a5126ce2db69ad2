import { decode, type Finding, parseYamlStream } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { PatchFile } from '@thanos-fleet/kustomize'

/** Reads a file of a cluster's `patches/`, or says what makes it unreadable. */
export function parsePatch(path: string, bytes: Uint8Array | string): PatchFile | Diagnostic[] {
  const text = typeof bytes === 'string' ? bytes : decode(bytes)
  if (typeof text !== 'string') return [diagnosticOf(text, path)]
  const yaml = parseYamlStream(text)
  return Array.isArray(yaml) ? yaml.map((finding) => diagnosticOf(finding, path)) : { path, text, ...yaml }
}

function diagnosticOf({ code, position, message, remedy }: Finding, file: string): Diagnostic {
  return { severity: 'error', code, file, ...position, message, remedy }
}
