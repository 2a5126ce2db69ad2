/**
 * Turns a model of @kubernetes/client-node into the type of a manifest as a person writes it.
 *
 * The models are made for reading from the API server: `kind` and `apiVersion` are optional strings, so a misspelt
 * kind compiles; dates are objects; and fields that are JavaScript keywords carry an underscore (`_from`).
 */
export type Authored<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Authored<Item>[]
    : T extends object
      ? { [Key in keyof T as Unescaped<Key>]: Authored<T[Key]> | Extract<T[Key], undefined> }
      : T

/** `_from` is how the models spell the field `from`. */
type Unescaped<Key> = Key extends `_${infer Name}` ? Name : Key

/** Metadata with the one field that every manifest needs. */
export type Metadata = {
  name: string
  namespace?: string | undefined
  labels?: Record<string, string> | undefined
  annotations?: Record<string, string> | undefined
}

/** A manifest of one kind: literal group, version and kind, a required name, and no status (a controller writes that). */
export type Manifest<Model, ApiVersion extends string, Kind extends string> = {
  apiVersion: ApiVersion
  kind: Kind
  metadata: Metadata
} & Omit<Authored<Model>, 'apiVersion' | 'kind' | 'metadata' | 'status'>
