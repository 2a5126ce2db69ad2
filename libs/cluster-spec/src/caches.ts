import type { SectionName } from '@thanos-fleet/catalog'
import type { Quantity } from '@thanos-fleet/kubernetes'
import type { Cache, ClusterSpec } from './spec.ts'
import type { Path } from './yaml/position.ts'

/** A cache that a cluster has, and the section of the component that fills it. */
export interface CacheSetting {
  section: SectionName & keyof ClusterSpec
  path: Path
  cache: Cache
}

/** Every cache of a cluster: the only list of them. */
export function cachesOf({ queryFrontend, store }: ClusterSpec): CacheSetting[] {
  return [
    ...(queryFrontend === null
      ? []
      : [{ section: 'queryFrontend', path: ['queryFrontend', 'cache'], cache: queryFrontend.cache } as const]),
    { section: 'store', path: ['store', 'indexCache'], cache: store.indexCache },
    { section: 'store', path: ['store', 'bucketCache'], cache: store.bucketCache },
  ]
}

/** The sizes of those that a program keeps in its own memory. */
export function sizesInMemory(caches: readonly Cache[]): Quantity[] {
  return caches.flatMap((cache) => (cache.type === 'in-memory' ? [cache.maxSize] : []))
}

/** Whether a cache of this section is kept in memcached; without a section, whether any is. */
export function usesMemcached(spec: ClusterSpec, section?: CacheSetting['section']): boolean {
  return cachesOf(spec).some(({ cache, section: of }) => cache.type === 'memcached' && (section ?? of) === of)
}
