import { takesEveryBlock } from '../shards.ts'
import { type BucketPlace, bucketPlace, maySame } from './bucket-place.ts'
import type { FleetMember } from './places.ts'

/** The Compacts of one cluster: where they work, and on which of the blocks there. */
export interface Compactor {
  cluster: FleetMember
  /** Its place among the clusters. */
  order: number
  place: BucketPlace
  /** The blocks whose label has one of the values; null: all. */
  blocks: { label: string; values: ReadonlySet<string> } | null
}

/** Two clusters that may work on the same blocks. */
export interface Meeting {
  later: Compactor
  earlier: Compactor
  /** Whether `later` meets further clusters, which are not named. */
  more: boolean
}

/** The most pairs reported for one cluster: a bucket shared by a whole fleet must not produce a report for each pair. */
const named = 3

/**
 * The pairs of clusters whose Compacts may work on the same blocks, in the order of the clusters. Each cluster is looked
 * up by its bucket, then by its folder, then by its values, so that a fleet of n clusters costs n look-ups and not n².
 */
export function meetings(clusters: readonly FleetMember[]): Meeting[] {
  const buckets = new Map<string, Shelves>()
  return clusters.flatMap((cluster, order): Meeting[] => {
    const later = compactorOf(cluster, order)
    if (later === null) return []
    const shelves = entry(buckets, later.place.root, emptyShelves)
    const met = firstOf(candidates(shelves, later), later, named + 1)
    keep(shelves, later)
    return met
      .slice(0, named)
      .map((earlier, index) => ({ later, earlier, more: index === named - 1 && met.length > named }))
  })
}

function compactorOf(cluster: FleetMember, order: number): Compactor | null {
  const { objectStore } = cluster.spec
  const place = objectStore === null ? null : bucketPlace(objectStore)
  if (place === null) return null
  const { compact } = cluster.spec
  const [first] = compact.shards ?? []
  if (first === undefined || takesEveryBlock(compact)) return { cluster, order, place, blocks: null }
  // All shards of a cluster have one label: checks/compact.ts.
  const values = new Set((compact.shards ?? []).flatMap((shard) => shard.values))
  return { cluster, order, place, blocks: { label: first.label, values } }
}

/** Compactors of one folder, by what they take. */
interface Shelf {
  all: Compactor[]
  byLabel: Map<string, Map<string, Compactor[]>>
}

/** Compactors of one bucket: at each folder, and somewhere inside of it. */
interface Shelves {
  at: Map<string, Shelf>
  inside: Map<string, Shelf>
}

function keep({ at, inside }: Shelves, compactor: Compactor): void {
  const folders = pathsTo(compactor.place.prefix)
  folders.forEach((folder, index) => {
    put(entry(index === folders.length - 1 ? at : inside, folder, emptyShelf), compactor)
  })
}

function put(shelf: Shelf, compactor: Compactor): void {
  const { blocks } = compactor
  if (blocks === null) {
    shelf.all.push(compactor)
    return
  }
  const byValue = entry(shelf.byLabel, blocks.label, () => new Map<string, Compactor[]>())
  for (const value of blocks.values) entry(byValue, value, (): Compactor[] => []).push(compactor)
}

/** Compactors at the folder, around it and inside of it that may take the same blocks; some more than once. */
function* candidates({ at, inside }: Shelves, { place, blocks }: Compactor): Iterable<Compactor> {
  const folders = pathsTo(place.prefix)
  const shelves = [...folders.map((folder) => at.get(folder)), inside.get(folders.at(-1) ?? '')]
  for (const shelf of shelves) if (shelf !== undefined) yield* takers(shelf, blocks)
}

/** A block may have two labels, so shards by one are not disjoint with shards by another. */
function* takers({ all, byLabel }: Shelf, blocks: Compactor['blocks']): Iterable<Compactor> {
  yield* all
  for (const [label, byValue] of byLabel) {
    if (blocks === null || blocks.label !== label) for (const some of byValue.values()) yield* some
    else for (const value of blocks.values) yield* byValue.get(value) ?? []
  }
}

function firstOf(found: Iterable<Compactor>, later: Compactor, count: number): Compactor[] {
  const met = new Set<Compactor>()
  for (const earlier of found) {
    if (maySame(earlier.place, later.place)) met.add(earlier)
    if (met.size === count) break
  }
  return [...met].toSorted((one, other) => one.order - other.order)
}

/** A folder and all that it is inside of, from the bucket's root on. */
function pathsTo(prefix: readonly string[]): string[] {
  return ['', ...prefix.map((_, index) => prefix.slice(0, index + 1).join('/'))]
}

function emptyShelves(): Shelves {
  return { at: new Map(), inside: new Map() }
}

function emptyShelf(): Shelf {
  return { all: [], byLabel: new Map() }
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
