import { isJsonObject, type Json, type JsonObject } from '@thanos-fleet/json'

/** What a schema of Kubernetes says beside its constraints: dropped, since nothing validates it. */
const remarks = new Set(['description', 'title', 'example', 'externalDocs', 'default', 'nullable'])

/** What is translated on its own. */
const handled = new Set([
  ...['properties', 'items', 'additionalProperties'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
])

/** Quantities as the API server parses them: a signed decimal number with a suffix or an exponent. */
const quantity = String.raw`^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$`

/**
 * Turns a schema in the dialect of Kubernetes (OpenAPI 2 or a structural CRD schema) into strict JSON Schema draft 7.
 * Objects with properties allow no others unless they say so; a field may be null only where it is declared nullable.
 */
export function strictSchema(schema: JsonObject): JsonObject {
  const { $ref } = schema
  // draft 7 ignores whatever stands beside a $ref
  if (typeof $ref === 'string') return { $ref }
  const strict = withNull(constraints(schema), schema['nullable'] === true)
  const translate = (value: Json) => (isJsonObject(value) ? strictSchema(value) : value)
  const { properties, items, additionalProperties } = schema
  if (isJsonObject(properties)) {
    const translated = Object.entries(properties).map(([name, value]) => [name, translate(value)])
    strict['properties'] = Object.fromEntries(translated)
  }
  if (items !== undefined) strict['items'] = translate(items)
  if (additionalProperties !== undefined) strict['additionalProperties'] = translate(additionalProperties)
  else if (isJsonObject(properties) && !isOpen(schema)) strict['additionalProperties'] = false
  return strict
}

/** A quantity is just a string in the swagger; this is its grammar. */
export const quantitySchema: JsonObject = { type: 'string', pattern: quantity }

function isOpen(schema: JsonObject): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true
}

function isIntOrString(schema: JsonObject): boolean {
  return schema['x-kubernetes-int-or-string'] === true || schema['format'] === 'int-or-string'
}

/**
 * The constraints on the value itself. `allOf`, `anyOf`, `oneOf` and `not` stay untouched: in structural schemas they
 * only add conditions to properties declared elsewhere, so that closing them would refuse valid objects.
 */
function constraints(schema: JsonObject): JsonObject {
  const dropped = (key: string) => remarks.has(key) || handled.has(key) || key.startsWith('x-kubernetes-')
  const kept: JsonObject = Object.fromEntries(Object.entries(schema).filter(([key]) => !dropped(key)))
  const result = {
    ...kept,
    ...limit(schema, 'minimum', 'exclusiveMinimum'),
    ...limit(schema, 'maximum', 'exclusiveMaximum'),
  }
  return isIntOrString(schema) ? withoutFormat({ ...result, type: ['integer', 'string'] }) : result
}

/** In OpenAPI a flag beside the limit makes it exclusive; in draft 7 the exclusive limit has a keyword of its own. */
function limit(schema: JsonObject, inclusive: string, exclusive: string): JsonObject {
  const value = schema[inclusive]
  if (value === undefined) return {}
  return { [schema[exclusive] === true ? exclusive : inclusive]: value }
}

function withoutFormat({ format: _, ...schema }: JsonObject): JsonObject {
  return schema
}

function withNull(schema: JsonObject, nullable: boolean): JsonObject {
  if (!nullable) return schema
  const { type, enum: values } = schema
  return {
    ...schema,
    ...(type === undefined ? {} : { type: [type, 'null'].flat() }),
    ...(Array.isArray(values) ? { enum: [...values, null] } : {}),
  }
}
