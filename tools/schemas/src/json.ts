import { isJsonObject, type Json, type JsonObject } from '@thanos-fleet/json'

/** The object at a path of keys; an empty one where there is none. */
export function objectAt(value: Json | undefined, ...keys: string[]): JsonObject {
  let found: Json | undefined = value
  for (const key of keys) found = isJsonObject(found) ? found[key] : undefined
  return isJsonObject(found) ? found : {}
}

/** The objects in the array at a key; none where there is no array. */
export function objectsAt(value: JsonObject, key: string): JsonObject[] {
  const found = value[key]
  return Array.isArray(found) ? found.filter(isJsonObject) : []
}

/** The text at a key, or undefined. */
export function textAt(value: JsonObject, key: string): string | undefined {
  const found = value[key]
  return typeof found === 'string' ? found : undefined
}

/** Parses JSON text that has to be an object; throws an Error naming `source`. */
export function parseObject(text: string, source: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (!isJsonObject(value)) throw new Error(`${source} is not a JSON object`)
  return value
}

/** The entries of an object that are objects themselves. */
export function objectsIn(value: JsonObject): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (isJsonObject(entry) ? [[key, entry]] : [])),
  )
}
