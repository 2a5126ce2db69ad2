import type { clusterJsonSchema } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'

/** A JSON Schema as zod makes it: references are resolved already. */
export type Schema = ReturnType<typeof clusterJsonSchema>

export function isSchema(value: unknown): value is Schema {
  return isObject(value)
}

/** The forms that a value may have: the branches of all unions, a union inside of a union included. */
export function formsOf(schema: Schema): Schema[] {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(isSchema)
  if (variants.length > 0) return variants.flatMap(formsOf)
  if (!Array.isArray(schema.type) || schema.pattern !== undefined) return [schema]
  // A text or number is one form, written in two ways.
  const types = schema.type.includes('string') ? schema.type.filter((type) => type !== 'number') : schema.type
  return types.map((type) => ({ ...schema, type }))
}

/** The settings of a mapping, by key. */
export function propertiesOf(schema: Schema): [key: string, schema: Schema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => (isSchema(value) ? [[key, value]] : []))
}

/** What a mapping with keys of one's own choice holds. */
export function entriesOf(schema: Schema): Schema | undefined {
  return isSchema(schema.additionalProperties) ? schema.additionalProperties : undefined
}

export function itemsOf(schema: Schema): Schema | undefined {
  return isSchema(schema.items) ? schema.items : undefined
}

/** Whether a value of this form has values inside of it. */
export function isContainer(schema: Schema): boolean {
  return schema.properties !== undefined || entriesOf(schema) !== undefined || itemsOf(schema) !== undefined
}

/** The key by whose constant the variants of a mapping are told apart, as `type: S3`. */
export function variantOf(schema: Schema): string | undefined {
  const type = schema.properties?.['type']
  return isSchema(type) && typeof type.const === 'string' ? type.const : undefined
}
