import { z } from 'zod'
import { clusterSchema } from './schema/cluster.ts'

let inlined: z.core.JSONSchema.BaseSchema | undefined
let text: string | undefined

/**
 * The JSON Schema of `cluster.yaml` as data, without references, so that it can be walked along a path. Made at the
 * first call: only error messages need it.
 */
export function clusterJsonSchema(): z.core.JSONSchema.BaseSchema {
  inlined ??= z.toJSONSchema(clusterSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  return inlined
}

/** The JSON Schema that editors read, as the text of a file. Made once: the schema of fleet.yaml is made of it too. */
export function jsonSchema(): string {
  text ??= schemaText()
  return text
}

function schemaText(): string {
  const schema = z.toJSONSchema(clusterSchema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    target: 'draft-7',
  })
  const titled = {
    title: 'cluster.yaml',
    description: 'The desired configuration of one cluster. Everything that is left out has a default of its mode.',
    ...schema,
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}
