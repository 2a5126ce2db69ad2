import { ownValue } from '@thanos-fleet/json'
import type { z } from 'zod'
import { clusterJsonSchema } from '../json-schema.ts'
import type { Path } from '../yaml/position.ts'

export type Schema = z.core.JSONSchema.BaseSchema

/** The alternatives of a schema, itself if it has none. */
function alternatives(schema: Schema): Schema[] {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  if (variants.length === 0) return [schema]
  return variants.flatMap((variant) => (typeof variant === 'object' ? alternatives(variant) : []))
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function below(schema: Schema, element: string | number): Schema[] {
  const next =
    typeof element === 'number'
      ? schema.items
      : (ownValue(schema.properties ?? {}, element) ?? schema.additionalProperties)
  return isSchema(next) ? alternatives(next) : []
}

/** Whether a variant is the one that the value chose by its `type`. */
function fits(schema: Schema, value: unknown): boolean {
  const type = schema.properties?.['type']
  if (!isSchema(type) || type.const === undefined || !isSchema(value)) return true
  return type.const === value['type']
}

/**
 * The schemas that may apply to a path of a file with this value.
 * @param schema of the whole file; by default that of cluster.yaml
 */
export function schemasAt(path: Path, root: unknown, schema = clusterJsonSchema): Schema[] {
  let schemas = [schema()]
  let value = root
  for (const element of path) {
    value = isSchema(value) || Array.isArray(value) ? Reflect.get(value, element) : undefined
    schemas = schemas.flatMap((schema) => below(schema, element)).filter((schema) => fits(schema, value))
  }
  return schemas
}

/** The keys that may stand in the mapping at a path. */
export function knownKeys(path: Path, root: unknown, schema = clusterJsonSchema): string[] {
  return [...new Set(schemasAt(path, root, schema).flatMap((schema) => Object.keys(schema.properties ?? {})))]
}
