import type { Path } from './position.ts'

/** Whether a change at one of many paths changes what is at a path. The many are gone through only once. */
export function relatedToAny(paths: readonly Path[]): (path: Path) => boolean {
  const [whole, parts] = [new Set<string>(), new Set<string>()]
  for (const path of paths) {
    whole.add(keyOf(path))
    for (const above of prefixesOf(path)) parts.add(keyOf(above))
  }
  return (path) => parts.has(keyOf(path)) || prefixesOf(path).some((above) => whole.has(keyOf(above)))
}

/** A path as a text that is compared. */
export function keyOf(path: Path): string {
  return JSON.stringify(path)
}

/** Everything above a path, and itself. */
function prefixesOf(path: Path): Path[] {
  return [...path.keys(), path.length].map((length) => path.slice(0, length))
}

/** The value at a path of parsed data. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const element of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, element)) return undefined
    value = Reflect.get(value, element)
  }
  return value
}
