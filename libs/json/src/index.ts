/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject

export interface JsonObject {
  [key: string]: Json
}

/** Whether a value is an object with keys: neither null nor an array. Its own values are not looked at. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value of a key that people chose. What every object inherits is none: `constructor` and `toString` are ordinary
 * names of labels and tenants.
 */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** The same for what came out of `JSON.parse` or a parser of YAML. */
export function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value)
}
