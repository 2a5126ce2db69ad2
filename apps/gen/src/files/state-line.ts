import { productVersion } from '@thanos-fleet/product'

/** What the generator remembers of a folder until its next run, as JSON. */
export type Remembered = Readonly<Record<string, unknown>>

/** The line of an index that says which product wrote it, and in which state the cluster was. */
export interface StateLine {
  /** Counted from 1. */
  line: number
  format: number
  version: string
  state: Remembered
}

/** The meaning of the keys. A product refuses a format that it does not know. */
export const stateFormat = 1

const prefix = '# state: '
/** Also a line that someone damaged is recognized, and is not passed over as a comment. */
const likeStateLine = /^\s*#\s*state\b/i
const marker = /^(<{7}|\|{7}|={7}|>{7})(?: |\r?$)/

/**
 * The line for a state, as a comment to `sha256sum --check`.
 * @throws Error where the product's package.json cannot be read
 */
export function stateLine(state: Remembered): string {
  const version = productVersion()
  return `${prefix}${JSON.stringify({ format: stateFormat, version, ...state })}\n`
}

/**
 * All state lines of an index; several after a merge that kept both sides.
 * @returns for a line that is unreadable its number
 */
export function stateLines(text: string): (StateLine | number)[] {
  return text
    .split('\n')
    .flatMap((content, index) => (likeStateLine.test(content) ? [parseLine(content, index + 1)] : []))
}

function parseLine(content: string, line: number): StateLine | number {
  const value = content.startsWith(prefix) ? parseObject(content.slice(prefix.length)) : undefined
  if (value === undefined) return line
  const { format, version, ...state } = value
  return typeof format === 'number' && typeof version === 'string' ? { line, format, version, state } : line
}

function parseObject(text: string): Remembered | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Whether two states say the same. */
export function sameState(one: Remembered, other: Remembered): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The versions of a text that a merge left in conflict; the text itself if it has no conflict. */
export interface Sides {
  texts: string[]
  /** The line of the first marker that has no counterpart. */
  unbalanced: number | undefined
}

/** Takes a text with the conflict markers of Git apart, in the styles merge, diff3 and zdiff3. */
export function sidesOf(text: string): Sides {
  const [ours, theirs]: [string[], string[]] = [[], []]
  let place: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  let conflicts = 0
  for (const [index, content] of text.split('\n').entries()) {
    const next = placeAfter(place, marker.exec(content)?.[1])
    if (next === 'wrong') return { texts: [], unbalanced: index + 1 }
    if (next === undefined) {
      if (place === 'both' || place === 'ours') ours.push(content)
      if (place === 'both' || place === 'theirs') theirs.push(content)
      continue
    }
    if (next === 'ours') conflicts = index + 1
    place = next
  }
  if (place !== 'both') return { texts: [], unbalanced: conflicts }
  return { texts: conflicts === 0 ? [text] : [ours.join('\n'), theirs.join('\n')], unbalanced: undefined }
}

/** @returns undefined for a line that is no marker */
function placeAfter(place: 'both' | 'ours' | 'base' | 'theirs', found: string | undefined) {
  if (found === undefined) return undefined
  if (found.startsWith('<')) return place === 'both' ? 'ours' : 'wrong'
  if (found.startsWith('|')) return place === 'ours' ? 'base' : 'wrong'
  if (found.startsWith('=')) return place === 'ours' || place === 'base' ? 'theirs' : 'wrong'
  return place === 'theirs' ? 'both' : 'wrong'
}
