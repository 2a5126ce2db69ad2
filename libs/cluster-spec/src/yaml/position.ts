import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml'

/** A place in the model and, with the names in it, in the file: `['receive', 'hashrings', 0, 'name']`. */
export type Path = readonly (string | number)[]

/** Line and column, counted from 1. */
export interface Position {
  line: number
  column: number
}

/** What stands at a path: the key's node and the value's. The path may be longer than what the file has. */
export interface Found {
  key: Node | null
  value: Node | null
  /** How many elements of the path the file has. */
  depth: number
}

const indexes = new WeakMap<readonly Pair[], ReadonlyMap<string, Pair>>()

/** The pair of a key. Each mapping is gone through once, so that many findings in it take no longer than a few. */
function pairOf(items: readonly Pair[], key: string): Pair | undefined {
  const index = indexes.get(items) ?? indexOf(items)
  indexes.set(items, index)
  return index.get(key)
}

function indexOf(items: readonly Pair[]): ReadonlyMap<string, Pair> {
  // Of equal keys the first counts: it is set last.
  return new Map(items.toReversed().flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])))
}

/** The node at a path, or the nearest one above it that the file has. */
export function find(document: Document, path: Path): Found {
  let found: Found = { key: null, value: isNode(document.contents) ? document.contents : null, depth: 0 }
  for (const element of path) {
    const container = isAlias(found.value) ? found.value.resolve(document) : found.value
    let next: Pick<Found, 'key' | 'value'> | undefined
    if (isMap(container)) {
      const pair = pairOf(container.items, String(element))
      if (pair !== undefined)
        next = { key: isNode(pair.key) ? pair.key : null, value: isNode(pair.value) ? pair.value : null }
    } else if (isSeq(container) && typeof element === 'number') {
      const item = container.items[element]
      if (isNode(item)) next = { key: null, value: item }
    }
    if (next === undefined) return found
    found = { ...next, depth: found.depth + 1 }
  }
  return found
}

/**
 * Where a path stands in the file: its value if that is a scalar, else its key; for what the file does not have, the
 * nearest key above.
 */
export function positionOf(
  document: Document,
  lines: LineCounter,
  path: Path,
  at: 'key' | 'value' = 'value',
): Position {
  const { key, value, depth } = find(document, path)
  const wanted =
    depth === path.length && at === 'value' && !isMap(value) && !isSeq(value) ? (value ?? key) : (key ?? value)
  const { line, col } = lines.linePos(wanted?.range?.[0] ?? 0)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}
