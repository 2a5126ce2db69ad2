import type { JsonObject } from '@thanos-fleet/json'
import { objectAt, objectsAt, textAt } from './json.ts'
import { type Kind, ofKind } from './kind.ts'
import { quantitySchema, strictSchema } from './strict.ts'

const prefix = '#/definitions/'

/** A kind with its self-contained schema. */
export interface KindSchema extends Kind {
  readonly schema: JsonObject
}

/** Strict schemas of all kinds in the definitions of a Kubernetes swagger document, each with what it refers to. */
export function kubernetesSchemas(definitions: Record<string, JsonObject>): KindSchema[] {
  const strict = strictDefinitions(definitions)
  return Object.entries(definitions).flatMap(([name, definition]) => {
    const kind = onlyKind(definition)
    if (kind === undefined) return []
    const schema = ofKind(objectAt(strict[name]), kind)
    return [{ ...kind, schema: { ...schema, definitions: closure(schema, strict) } }]
  })
}

/** The definitions of a swagger document, by name, as strict schemas. */
export function strictDefinitions(definitions: Record<string, JsonObject>): Record<string, JsonObject> {
  const strict = Object.entries(definitions).map(([name, definition]) => {
    return [name, name.endsWith('.api.resource.Quantity') ? quantitySchema : strictSchema(definition)]
  })
  return Object.fromEntries(strict)
}

/** The definitions which a schema refers to, directly or through others. */
export function closure(schema: JsonObject, definitions: Record<string, JsonObject>): JsonObject {
  const found: JsonObject = {}
  const pending = references(schema)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name in found) continue
    const definition = definitions[name]
    if (definition === undefined) throw new Error(`the swagger refers to ${name}, which it does not define`)
    found[name] = definition
    pending.push(...references(definition))
  }
  return found
}

function references(schema: JsonObject): string[] {
  const targets = JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)
  return [...targets].map(([, target = '']) => target.replace(prefix, ''))
}

/** The kind a definition is for. Some (DeleteOptions) belong to every group, and are no objects of a cluster. */
function onlyKind(definition: JsonObject): Kind | undefined {
  const [kind, ...others] = objectsAt(definition, 'x-kubernetes-group-version-kind')
  if (kind === undefined || others.length > 0) return undefined
  const { apiVersion, kind: name } = objectAt(definition, 'properties')
  if (apiVersion === undefined || name === undefined) return undefined
  const text = (key: string) => textAt(kind, key) ?? ''
  return { group: text('group'), version: text('version'), kind: text('kind') }
}
