/** What JSON.parse does not tell: where things stand, how deep they are, and which keys came twice. */
export interface JsonOutline {
  /** Where the values of the outermost object begin, by key. */
  values: ReadonlyMap<string, number>
  /** Where nesting first exceeds the bound. */
  tooDeep: number | undefined
  /** The first key that its object has already. */
  repeated: { key: string; offset: number } | undefined
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g

/**
 * Goes once through valid JSON, without recursion.
 *
 * @param deepest how many lists and mappings may be within each other
 */
export function jsonOutline(text: string, deepest: number): JsonOutline {
  const values = new Map<string, number>()
  /** The keys of each open mapping; undefined for a list. */
  const open: (Set<string> | undefined)[] = []
  let [tooDeep, repeated, keyNext]: [number | undefined, JsonOutline['repeated'], boolean] = [
    undefined,
    undefined,
    false,
  ]
  for (const { 0: found, index } of text.matchAll(token)) {
    const keys = open.at(-1)
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : undefined)
      if (open.length > deepest) tooDeep ??= index
    }
    if (found === '}' || found === ']') open.pop()
    if (found.startsWith('"') && keyNext && keys !== undefined) {
      const key = String(JSON.parse(found))
      if (keys.has(key)) repeated ??= { key, offset: index }
      keys.add(key)
      if (open.length === 1) values.set(key, valueAfter(text, index + found.length))
    }
    keyNext = found === '{' || (found === ',' && keys !== undefined)
  }
  return { values, tooDeep, repeated }
}

function valueAfter(text: string, offset: number): number {
  const gap = /\s*:\s*/y
  gap.lastIndex = offset
  gap.exec(text)
  return gap.lastIndex
}
