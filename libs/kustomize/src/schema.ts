import { kinds, types } from './generated/merge-keys.ts'
import type { TypeSchema } from './schema-types.ts'
import { own } from './value.ts'

/** Type of a built-in kind; undefined for custom resources and for kinds younger than Kustomize's OpenAPI. */
export function schemaOf(apiVersion: string, kind: string): TypeSchema | undefined {
  return typeNamed(own(kinds, `${apiVersion} ${kind}`))
}

/** The fields of a type by its name in the tables. */
export function typeNamed(name: string | undefined): TypeSchema | undefined {
  return name === undefined ? undefined : own(types, name)
}
