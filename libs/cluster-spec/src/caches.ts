import type { SectionName } from '@thanos-fleet/catalog'
import type { Quantity } from '@thanos-fleet/kubernetes'
import type { Cache, ClusterSpec, StoreSpec } from './spec.ts'
import type { Path } from './yaml/position.ts'

/** A cache that a cluster has, and the section of the component that fills it. */
export interface CacheSetting {
  section: SectionName & keyof ClusterSpec
  path: Path
  cache: Cache
}

/** Every cache of a cluster: the only list of them. */
export function cachesOf({ queryFrontend, store, additionalBuckets, sendsTo }: ClusterSpec): CacheSetting[] {
  if (sendsTo !== null) return []
  return [
    ...(queryFrontend === null
      ? []
      : [{ section: 'queryFrontend', path: ['queryFrontend', 'cache'], cache: queryFrontend.cache } as const]),
    { section: 'store', path: ['store', 'indexCache'], cache: store.indexCache },
    { section: 'store', path: ['store', 'bucketCache'], cache: store.bucketCache },
    ...(additionalBuckets.length === 0 || store.bucketCache.type === 'in-memory'
      ? []
      : [{ section: 'store', path: ['additionalBuckets'], cache: additionalBucketCache(store) } as const]),
  ]
}

/**
 * Where the Store of an additional bucket caches what it reads there: in its own memory, in the place of memcached too. Keys
 * of memcached name the block and its file and not the bucket, so that the deletion mark of a block here would hide its
 * copy in an archive; that of the list of blocks has the path of the configuration beside.
 * Source: pkg/store/cache/cachekey/cachekey.go and caching_bucket_factory.go of Thanos
 */
export function additionalBucketCache({ bucketCache }: Pick<StoreSpec, 'bucketCache'>): Cache {
  // As much as the default of a cache in memory.
  return bucketCache.type === 'in-memory' ? bucketCache : { type: 'in-memory', maxSize: '256Mi' }
}

/** The sizes of those that a program keeps in its own memory. */
export function sizesInMemory(caches: readonly Cache[]): Quantity[] {
  return caches.flatMap((cache) => (cache.type === 'in-memory' ? [cache.maxSize] : []))
}

/** Whether a cache of this section is kept in memcached; without a section, whether any is. */
export function usesMemcached(spec: ClusterSpec, section?: CacheSetting['section']): boolean {
  return cachesOf(spec).some(({ cache, section: of }) => cache.type === 'memcached' && (section ?? of) === of)
}
