import { isObject } from '@thanos-fleet/json'

/** Everything at a path below a value; each list on the way is followed entry by entry. */
export function valuesAt(value: unknown, ...path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => valuesAt(entry, ...path))
  const [key, ...rest] = path
  if (key === undefined) return [value]
  if (!isObject(value) || !Object.hasOwn(value, key)) return []
  return valuesAt(value[key], ...rest)
}

/** The texts at a path. */
export function textsAt(value: unknown, ...path: readonly string[]): string[] {
  return valuesAt(value, ...path).filter((text) => typeof text === 'string')
}

/** Whether labels have all that a selector asks for; one that asks for nothing selects everything. */
export function selects(selector: unknown, labels: unknown): boolean {
  if (!isObject(selector)) return true
  return Object.entries(selector).every(([key, value]) => isObject(labels) && labels[key] === value)
}
