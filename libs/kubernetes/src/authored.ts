import type { V1PersistentVolumeClaim } from '@kubernetes/client-node'

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
      ? { [Key in keyof T as Unescaped<Key>]: AuthoredField<Key, T[Key]> } & NeededSpec<T>
      : T

/** `_from` is how the models spell the field `from`. */
type Unescaped<Key> = Key extends `_${infer Name}` ? Name : Key

/**
 * A claim template without its kind is accepted by the API server, which fills it in; Argo CD then sees a difference for
 * ever.
 */
type AuthoredField<Key, Value> = Key extends 'volumeClaimTemplates'
  ? PersistentVolumeClaimTemplate[] | Extract<Value, undefined>
  : Authored<Value> | Extract<Value, undefined>

type PersistentVolumeClaimTemplate = Manifest<V1PersistentVolumeClaim, 'v1', 'PersistentVolumeClaim'>

/** The models have every `spec` optional; one in which something is required cannot be left out. */
type NeededSpec<T> = T extends { spec?: infer Spec }
  ? Partial<Spec> extends Exclude<Spec, undefined>
    ? unknown
    : { spec: Authored<Exclude<Spec, undefined>> }
  : unknown

/** Metadata with the one field that every manifest needs. */
export type Metadata = {
  name: string
  namespace?: string
  labels?: Record<string, string>
  annotations?: Record<string, string>
}

/** A manifest of one kind: literal group, version and kind, a required name, and no status (a controller writes that). */
export type Manifest<Model, ApiVersion extends string, Kind extends string> = {
  apiVersion: ApiVersion
  kind: Kind
  metadata: Metadata
} & Omit<Authored<Model>, 'apiVersion' | 'kind' | 'metadata' | 'status'>
