import { z } from 'zod'
import { clusterSchema } from './schema/cluster.ts'

let made: z.core.JSONSchema.BaseSchema | undefined

/** The JSON Schema of `cluster.yaml` as data; made at the first call, since only editors and error messages need it. */
export function clusterJsonSchema(): z.core.JSONSchema.BaseSchema {
  made ??= {
    ...z.toJSONSchema(clusterSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' }),
    title: 'cluster.yaml',
    description: 'What one cluster of the fleet shall be. Everything that is left out has a default of its mode.',
  }
  return made
}

/** The JSON Schema that editors read, as the text of a file. */
export function jsonSchema(): string {
  return `${JSON.stringify(clusterJsonSchema(), null, 2)}\n`
}
