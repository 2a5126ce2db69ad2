import type { Path } from './position.ts'

/** Whether one path is the other, or lies below it. */
export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((element, index) => path[index] === element)
}

/** Whether a change at one path changes what is at the other. */
export function related(one: Path, other: Path): boolean {
  return startsWith(one, other) || startsWith(other, one)
}
