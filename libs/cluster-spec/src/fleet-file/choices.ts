import { isObject } from '@thanos-fleet/json'
import { knownKeys, schemasAt } from '../issues/schema-walk.ts'
import { valueAt } from '../yaml/paths.ts'
import type { Path } from '../yaml/position.ts'

/** A mapping of YAML. */
export type Mapping = Readonly<Record<string, unknown>>

export function isMapping(value: unknown): value is Mapping {
  return isObject(value)
}

/**
 * Whether a mapping says another thing than the one below it, rather than more about the same: a bucket or cache of
 * another `type`, an ingress of another `kind`, another way to give credentials. What was said of the other is dropped.
 */
export function choosesAnother(lower: Mapping, upper: Mapping, path: Path): boolean {
  const discriminator = path.length === 1 && path[0] === 'ingress' ? 'kind' : 'type'
  const [before, now] = [lower[discriminator], upper[discriminator]]
  if (before !== undefined && now !== undefined && before !== now) return true
  return isExclusive(path) && Object.keys(upper).some((key) => !Object.hasOwn(lower, key))
}

/** Whether the schema of cluster.yaml wants exactly one key of several at a path, or one beside another. */
function isExclusive(path: Path): boolean {
  return schemasAt(path, {}).some(
    ({ minProperties, maxProperties }) => minProperties !== undefined && minProperties === maxProperties,
  )
}

/** Settings of one mapping that exclude each other: who says one of them takes the other back. */
const alternatives: readonly { path: Path; keys: readonly [string, string] }[] = [
  { path: ['storage'], keys: ['class', 'local'] },
]

/** The keys of a lower mapping that an upper one takes back without naming them. */
export function takenBack(lower: Mapping, upper: Mapping, path: Path): string[] {
  const excluded = alternatives
    .filter((one) => one.path.length === path.length && one.path.every((element, index) => path[index] === element))
    .flatMap(({ keys: [one, other] }) => {
      const says = (key: string) => valueAt(upper, [key]) !== undefined && valueAt(upper, [key]) !== null
      const [first, second] = [says(one), says(other)]
      return first === second ? [] : [first ? other : one]
    })
  return [...excluded, ...keysOfOtherTypes(lower, upper, path)]
}

/** What was said of a bucket without its type, and the type that is said above has not: an endpoint, for GCS. */
function keysOfOtherTypes(lower: Mapping, upper: Mapping, path: Path): string[] {
  if (lower['type'] !== undefined || typeof upper['type'] !== 'string') return []
  const root = path.toReversed().reduce<unknown>((value, element) => ({ [element]: value }), upper)
  const known = knownKeys(path, root)
  const some = knownKeys(path, {})
  return Object.keys(lower).filter((key) => some.includes(key) && !known.includes(key))
}

/** A quantity alone means the same as a mapping, which a mapping above it can then change one part of. */
export function expanded(value: unknown, path: Path): unknown {
  if (path.at(-2) !== 'resources' || (typeof value !== 'string' && typeof value !== 'number')) return value
  if (path.at(-1) === 'cpu') return { request: value }
  return path.at(-1) === 'memory' || path.at(-1) === 'ephemeralStorage' ? { request: value, limit: value } : value
}
