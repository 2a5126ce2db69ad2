import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import { valueAt } from '../yaml/paths.ts'

/**
 * Parsed data without what was found wrong, so that the rest can still be checked and all errors of a file are
 * reported at once. Items of lists are not taken out alone, since those after them would get other positions.
 *
 * @returns the paths that were removed, or undefined if nothing could be.
 */
export function prune(root: unknown, findings: readonly Finding[]): Path[] | undefined {
  const removed = findings.flatMap(({ path }) => (path === undefined ? [] : [removeAt(root, path)]))
  return removed.some((path) => path.length === 0) || removed.length === 0 ? undefined : removed
}

/** Removes the value at a path or, where that cannot be, the nearest mapping entry above; the path of what went. */
function removeAt(root: unknown, path: Path): Path {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = valueAt(root, path.slice(0, length - 1))
    const key = path[length - 1]
    if (typeof parent !== 'object' || parent === null || Array.isArray(parent) || key === undefined) continue
    if (Object.hasOwn(parent, key)) {
      Reflect.deleteProperty(parent, key)
      return path.slice(0, length)
    }
  }
  return []
}
