import type { Json } from '@thanos-fleet/kubernetes'

/** The keys that have a value; where a setting is left out, its program's own default holds. */
export function given<Value extends Json>(
  values: Readonly<Record<string, Value | undefined>>,
): { [key: string]: Value } {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
