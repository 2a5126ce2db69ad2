import { amount, type Quantity } from '@thanos-fleet/kubernetes'
import type { StoreSpec } from './spec.ts'

/**
 * Memory of Store for the chunks of all queries together. Queries that need more fail, with "pool exhausted"; Thanos' own
 * default of 2 GB is more than many limits leave, so that the kernel would kill Store before. Half of what caches leave, in
 * whole bytes: the other half is for index headers, postings and series, and for what the Go runtime has not yet collected.
 * Source: https://thanos.io/tip/components/store.md/#flags
 */
export function chunkPoolOf({ chunkPool, ...store }: StoreSpec): Quantity {
  return chunkPool ?? `${Math.max(1, Math.floor((amount(store.resources.memory.limit) - inMemory(store)) / 2))}`
}

/** Bytes of the caches that Store keeps itself. */
function inMemory({ indexCache, bucketCache }: Pick<StoreSpec, 'indexCache' | 'bucketCache'>): number {
  return [indexCache, bucketCache].reduce(
    (sum, cache) => sum + (cache.type === 'in-memory' ? amount(cache.maxSize) : 0),
    0,
  )
}
