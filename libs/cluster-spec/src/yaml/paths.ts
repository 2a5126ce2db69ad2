import type { Path } from './position.ts'

/** Whether one path is the other, or lies below it. */
export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((element, index) => path[index] === element)
}

/** Whether a change at one path changes what is at the other. */
export function related(one: Path, other: Path): boolean {
  return startsWith(one, other) || startsWith(other, one)
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
