import { parse } from 'yaml'
import { type Message, messageAt, messagesAt, readMessage, textAt } from './protobuf.ts'

/** A property of a definition, with what decides how it is patched. */
export interface Property {
  name: string
  /** Name of the definition that the value, the items or the map's values are of. */
  of: string | undefined
  /** `merge`, `retainKeys`, both with a comma between, or undefined. */
  patchStrategy: unknown
  patchMergeKey: unknown
  listMapKeys: unknown
}

/** A definition of the document: `io.k8s.api.apps.v1.StatefulSet`. */
export interface Definition {
  name: string
  properties: Property[]
  /** Group, version and kind, when objects of this type have them. */
  kinds: { group: string; version: string; kind: string }[]
}

/**
 * Field numbers of the messages in gnostic's description of OpenAPI 2, which is how Kustomize stores the document.
 * Source: https://github.com/google/gnostic-models/blob/main/openapiv2/OpenAPIv2.proto
 */
const fields = {
  document: { definitions: 9 },
  /** Also of a list of properties. */
  definitions: { additionalProperties: 1 },
  named: { name: 1, value: 2 },
  schema: { ref: 1, additionalProperties: 21, items: 23, properties: 25, vendorExtension: 31 },
  /** Also of additional properties. */
  items: { schema: 1 },
  any: { yaml: 2 },
} as const

/** Reads the definitions of an OpenAPI document in the wire format, in its order. */
export function readDefinitions(document: Uint8Array): Definition[] {
  const definitions = messageAt(readMessage(document), fields.document.definitions)
  return named(definitions).map(([name, schema]) => ({
    name,
    properties: named(messageAt(schema, fields.schema.properties)).map(([field, value]) => propertyOf(field, value)),
    kinds: kindsOf(extensions(schema).get('x-kubernetes-group-version-kind')),
  }))
}

function propertyOf(name: string, schema: Message): Property {
  const extension = extensions(schema)
  return {
    name,
    of: referenceOf(schema),
    patchStrategy: extension.get('x-kubernetes-patch-strategy'),
    patchMergeKey: extension.get('x-kubernetes-patch-merge-key'),
    listMapKeys: extension.get('x-kubernetes-list-map-keys'),
  }
}

/** The definition that a value, its items or its values refer to. */
function referenceOf(schema: Message): string | undefined {
  const reference = textAt(schema, fields.schema.ref)
  if (reference !== '') return reference.replace('#/definitions/', '')
  const list = messageAt(schema, fields.schema.items) ?? messageAt(schema, fields.schema.additionalProperties)
  const inner = list && messageAt(list, fields.items.schema)
  return inner && referenceOf(inner)
}

function named(list: Message | undefined): [string, Message][] {
  if (list === undefined) return []
  return messagesAt(list, fields.definitions.additionalProperties).map((entry) => {
    return [textAt(entry, fields.named.name), messageAt(entry, fields.named.value) ?? new Map()]
  })
}

function extensions(schema: Message): Map<string, unknown> {
  return new Map(
    messagesAt(schema, fields.schema.vendorExtension).map((entry) => {
      const value = messageAt(entry, fields.named.value)
      return [textAt(entry, fields.named.name), value && parse(textAt(value, fields.any.yaml))]
    }),
  )
}

function kindsOf(value: unknown): Definition['kinds'] {
  if (!Array.isArray(value)) return []
  return value.map((entry: Record<string, unknown>) => {
    const text = (key: string) => String(entry[key] ?? '')
    return { group: text('group'), version: text('version'), kind: text('kind') }
  })
}
