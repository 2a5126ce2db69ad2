import { createHash } from 'node:crypto'
import path from 'node:path'
import { toolsDir } from '@thanos-fleet/cli-tools'
import { pinFiles } from './pins.ts'
import { sourcesDigest } from './sources.ts'

/** Folder of all generations of schemas. */
export function schemasDir(): string {
  return path.join(toolsDir(), 'schemas')
}

/** Name of the present generation: it changes with the pins and with the code that makes the schemas. */
export const generation = createHash('sha256')
  .update(JSON.stringify([pinFiles, sourcesDigest]))
  .digest('hex')
  .slice(0, 16)

/** Folder of the present generation. It exists only complete. */
export function generationDir(): string {
  return path.join(schemasDir(), generation)
}

const file = '{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json'

/**
 * The values of kubeconform's `-schema-location` that find every kind, custom ones included, without a network.
 * They name files that exist after `ensureSchemas()`.
 */
export function schemaLocations(): string[] {
  return [
    path.join(generationDir(), 'kubernetes', '{{ .NormalizedKubernetesVersion }}', file),
    path.join(generationDir(), 'custom-resources', file),
  ]
}
