import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml'

/** Where the key of a path stands in a document, or the nearest one above it. */
export function offsetAt(document: Document, path: readonly (string | number)[]): number {
  return found(document, path).offset
}

/** Where the key of a path stands; undefined if the document does not say it. */
export function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  const { offset, depth } = found(document, path)
  return depth === path.length ? offset : undefined
}

function found(document: Document, path: readonly (string | number)[]): { offset: number; depth: number } {
  let node: Node | null = document.contents
  let offset = node?.range?.[0] ?? 0
  let depth = 0
  for (const element of path) {
    const value: Node | null | undefined = isAlias(node) ? node.resolve(document) : node
    let next: unknown
    if (isMap(value)) {
      const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === element)
      if (isScalar(pair?.key) && !isAlias(node)) offset = pair.key.range?.[0] ?? offset
      next = pair?.value
    } else if (isSeq(value) && typeof element === 'number') next = value.items[element]
    if (!isNode(next)) return { offset, depth }
    node = next
    depth += 1
    if (typeof element === 'number') offset = node.range?.[0] ?? offset
  }
  return { offset, depth }
}
