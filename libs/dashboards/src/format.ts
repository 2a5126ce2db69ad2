import type { Json } from '@thanos-fleet/json'

const width = 120

/**
 * JSON for people who compare versions: what fits on a line is on one, everything else has a line per member. Keys keep
 * their order. Takes about two thirds of what `JSON.stringify` with an indent takes.
 */
export function formatJson(value: Json): string {
  return `${lines(value, '', 0)}\n`
}

/** @param taken columns that are already used on the line, by the key and what encloses it */
function lines(value: Json, indent: string, taken: number): string {
  const flat = JSON.stringify(value)
  if (value === null || typeof value !== 'object' || flat.length + taken <= width) return flat
  const inner = `${indent} `
  if (Array.isArray(value))
    return `[\n${value.map((item) => `${inner}${lines(item, inner, inner.length)}`).join(',\n')}\n${indent}]`
  const members = Object.entries(value).map(([key, member]) => {
    const head = `${inner}${JSON.stringify(key)}: `
    return `${head}${lines(member, inner, head.length)}`
  })
  return `{\n${members.join(',\n')}\n${indent}}`
}
