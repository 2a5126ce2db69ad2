import { isObject } from '@thanos-fleet/json'

/** A JSON object whose values are looked at one by one. */
export type JsonObject = Record<string, unknown>

/** The object, or an empty one for what is none. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** @returns undefined where the text is no JSON object */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** As npm and Nx write their files. */
export function jsonText(object: JsonObject): string {
  return `${JSON.stringify(object, null, 2)}\n`
}
