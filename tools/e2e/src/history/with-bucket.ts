import type { World } from '../world.ts'
import type { Bucket } from './bucket.ts'
import { s3Bucket } from './s3-bucket.ts'
import { volumeBucket } from './volume-bucket.ts'

/** Gives the bucket of the cluster to `work`, and removes what was needed to reach it. */
export function withBucket<Value>(world: World, work: (bucket: Bucket) => Promise<Value>): Promise<Value> {
  return world.spec.objectStore?.type === 'FILESYSTEM' ? volumeBucket(world, work) : s3Bucket(world, work)
}
