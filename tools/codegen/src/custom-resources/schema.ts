/** What the types need of an OpenAPI schema in a CustomResourceDefinition. */
export interface Schema {
  type?: string
  enum?: unknown[]
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  'x-kubernetes-int-or-string'?: boolean
  'x-kubernetes-preserve-unknown-fields'?: boolean
}

/** What the types need of a CustomResourceDefinition. */
export interface Definition {
  kind: 'CustomResourceDefinition'
  spec: { group: string; names: { kind: string }; versions: { name: string; schema: { openAPIV3Schema: Schema } }[] }
}

/** Whether a document is a CustomResourceDefinition; what follows from that is the API server's to check, not ours. */
export function isDefinition(document: unknown): document is Definition {
  return (
    typeof document === 'object' &&
    document !== null &&
    'kind' in document &&
    document.kind === 'CustomResourceDefinition'
  )
}
