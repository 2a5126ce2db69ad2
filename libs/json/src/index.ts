/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject

export interface JsonObject {
  [key: string]: Json
}

/** Whether a value is an object with keys: neither null nor an array. Its own values are not looked at. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same for what came out of `JSON.parse` or a parser of YAML. */
export function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value)
}
