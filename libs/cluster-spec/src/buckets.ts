import type { ClusterSpec, ObjectStore } from './spec.ts'
import type { Path } from './yaml/position.ts'

/** A bucket that a cluster uses, and where that is said. */
export interface BucketSetting {
  path: Path
  store: ObjectStore
}

/** Every bucket of a cluster, its own first: the only list of them. */
export function bucketsOf(spec: Pick<ClusterSpec, 'objectStore' | 'additionalBuckets'>): BucketSetting[] {
  const additional = spec.additionalBuckets.map(({ objectStore }, index) => ({
    path: ['additionalBuckets', index, 'objectStore'],
    store: objectStore,
  }))
  const own = spec.objectStore === null ? [] : [{ path: ['objectStore'], store: spec.objectStore }]
  return [...own, ...additional]
}
