import { amount, type Quantity } from '@thanos-fleet/kubernetes'
import { sizesInMemory } from './caches.ts'
import type { StoreSpec } from './spec.ts'

/**
 * Memory of Store for the chunks of all queries together. Queries that need more fail, with "pool exhausted"; Thanos' own
 * default of 2 GB is more than many limits leave, so that the kernel would kill Store before. Half of what caches leave, in
 * whole bytes: the other half is for index headers, postings and series, and for what the Go runtime has not yet collected.
 * Source: https://thanos.io/tip/components/store.md/#flags
 */
export function chunkPoolOf({ chunkPool, resources, indexCache, bucketCache }: StoreSpec): Quantity {
  const left = sizesInMemory([indexCache, bucketCache]).reduce(
    (memory, size) => memory - amount(size),
    amount(resources.memory.limit),
  )
  return chunkPool ?? `${Math.max(1, Math.floor(left / 2))}`
}
