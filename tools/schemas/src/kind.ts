import type { Json, JsonObject } from '@thanos-fleet/json'
import { objectAt } from './json.ts'

/** Which object a schema describes. */
export interface Kind {
  readonly group: string
  readonly version: string
  readonly kind: string
}

/** Marks a schema as that of one kind: `apiVersion` and `kind` are required and have one value each. */
export function ofKind(schema: JsonObject, { group, version, kind }: Kind): JsonObject {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...schema,
    properties: {
      ...objectAt(schema, 'properties'),
      apiVersion: { const: group === '' ? version : `${group}/${version}` },
      kind: { const: kind },
    },
    required: [...new Set<Json>(['apiVersion', 'kind', ...required])],
  }
}

/** Path of a kind's schema below a folder: the part of `schemaLocations` that kubeconform fills in. */
export function schemaFile({ group, version, kind }: Kind): string {
  // kubeconform takes the version for the group of core kinds
  return `${group === '' ? version : group}/${kind.toLowerCase()}_${version}.json`
}
