import { kinds, types } from './generated/merge-keys.ts'

/**
 * What Kustomize's strategic merge needs to know of one field.
 *
 * The tables in `generated/merge-keys.ts` come from the OpenAPI document that Kustomize itself carries (that of
 * Kubernetes 1.21, whatever the cluster runs); fields below which no list is merged are left out of them.
 */
export interface FieldSchema {
  /** The keys by which items of this list are merged; none for a set of plain values. Absent: the list is replaced. */
  readonly merge?: readonly string[]
  /** The type of the value, of the list's items, or of the map's values; absent when nothing below is merged. */
  readonly of?: string
}

/** Field name to what is known of it. */
export type TypeSchema = Readonly<Record<string, FieldSchema>>

/** Type of a built-in kind; undefined for custom resources and for kinds younger than Kustomize's OpenAPI. */
export function schemaOf(apiVersion: string, kind: string): TypeSchema | undefined {
  return typeNamed(kinds[`${apiVersion} ${kind}`])
}

/** The fields of a type by its name in the tables. */
export function typeNamed(name: string | undefined): TypeSchema | undefined {
  return name === undefined ? undefined : types[name]
}
