import { isObject } from '@thanos-fleet/json'
import { z } from 'zod'
import { jsonSchema } from '../json-schema.ts'
import { neverCommon } from './never-common.ts'
import { fleetSchema, layer } from './schema.ts'

type Schema = z.core.JSONSchema.BaseSchema

let inlined: Schema | undefined

/** The JSON Schema of `fleet.yaml` without references, for error messages. What `defaults` hold is not part of it. */
export function fleetJsonSchema(): Schema {
  inlined ??= z.toJSONSchema(fleetSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  return inlined
}

const definition = 'clusterDefaults'

/** The JSON Schema of `fleet.yaml` that editors read, as the text of a file. */
export function fleetSchemaText(): string {
  const schema: Schema = z.toJSONSchema(fleetSchema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    target: 'draft-7',
    override({ zodSchema, jsonSchema: made }) {
      if (zodSchema !== layer) return
      for (const key of Object.keys(made)) Reflect.deleteProperty(made, key)
      made.$ref = `#/definitions/${definition}`
    },
  })
  const titled = {
    title: 'fleet.yaml',
    description: 'What all clusters of the fleet have in common. Everything that is left out has a default.',
    ...schema,
    definitions: clusterDefinitions(),
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}

/** The schema of cluster.yaml in which nothing is required, and without what clusters cannot have in common. */
function clusterDefinitions(): Record<string, unknown> {
  const { definitions, ...cluster }: Record<string, unknown> = JSON.parse(jsonSchema())
  const { $schema: _schema, title: _title, ...top } = cluster
  const common = { ...top, description: 'Settings of cluster.yaml.' }
  for (const { path } of neverCommon) removeProperty(common, path)
  return {
    [definition]: partial(common),
    ...Object.fromEntries(
      Object.entries(isObject(definitions) ? definitions : {}).map(([name, one]) => [name, partial(one)]),
    ),
  }
}

function removeProperty(schema: Record<string, unknown>, [key = '', ...rest]: readonly (string | number)[]): void {
  const { properties } = schema
  if (!isObject(properties)) return
  const below = properties[key]
  if (rest.length === 0) Reflect.deleteProperty(properties, key)
  else if (isObject(below)) {
    removeProperty(below, rest)
    for (const variant of Array.isArray(below['anyOf']) ? below['anyOf'] : []) {
      if (isObject(variant)) removeProperty(variant, rest)
    }
  }
}

/** Without what asks for keys. Of several variants a part can then fit more than one. */
function partial(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(partial)
  if (!isObject(schema)) return schema
  const entries = Object.entries(schema).filter(
    ([key, value]) => !(key === 'required' && Array.isArray(value)) && key !== 'minProperties',
  )
  return Object.fromEntries(entries.map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, partial(value)]))
}
