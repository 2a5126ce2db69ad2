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
