import { isJsonObject, type Json, type JsonObject } from '@thanos-fleet/json'
import { objectAt } from './json.ts'

/** Generated Go source in the Kubernetes module: it lists the values of string fields, which its swagger leaves out. */
export const generatedOpenApi = 'pkg/generated/openapi/zz_generated.openapi.go'

/** Permitted values by definition name and property. */
export type Enums = Record<string, Record<string, string[]>>

/** Reads the permitted values of fields from the generated Go source (gofmt's indentation is relied upon). */
export function enumsInSource(source: string): Enums {
  const enums: Enums = {}
  let definition = ''
  let property = ''
  for (const line of source.split('\n')) {
    const [, group, version, kind] = /^func schema_k8sio_api_([a-z]+)_(v\w+?)_(\w+)\(/.exec(line) ?? []
    if (line.startsWith('func ')) definition = kind === undefined ? '' : `io.k8s.api.${group}.${version}.${kind}`
    property = /^\t{5}"(\w+)": \{$/.exec(line)?.[1] ?? property
    const values = /^\s+Enum:\s+\[\]interface\{\}\{(.*)\},$/.exec(line)?.[1]
    if (values === undefined || definition === '') continue
    const texts = [...values.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text)
    enums[definition] = { ...enums[definition], [property]: texts }
  }
  return enums
}

/** The definitions with their permitted values; those of a list apply to its items. */
export function withEnums(definitions: Record<string, JsonObject>, enums: Enums): Record<string, JsonObject> {
  const limited = Object.entries(definitions).map(([name, definition]) => {
    const properties = { ...objectAt(definition, 'properties') }
    for (const [property, values] of Object.entries(enums[name] ?? {})) {
      const schema = properties[property]
      if (isJsonObject(schema)) properties[property] = withValues(schema, values)
    }
    return [name, 'properties' in definition ? { ...definition, properties } : definition]
  })
  return Object.fromEntries(limited)
}

function withValues(schema: JsonObject, values: Json[]): JsonObject {
  if (schema['type'] === 'array') return { ...schema, items: { ...objectAt(schema, 'items'), enum: values } }
  return { ...schema, enum: values }
}
