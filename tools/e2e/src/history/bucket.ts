import type { World } from '../world.ts'
import type { Block } from './block.ts'
import type { Labels } from './samples.ts'
import { s3Bucket } from './s3-bucket.ts'
import { volumeBucket } from './volume-bucket.ts'

/** The bucket itself, past all components. */
export interface Bucket {
  /** All blocks that are complete in it, also those that are marked for deletion. */
  blocks(): Promise<Block[]>
  /** Uploads a folder of blocks as a producer with these external labels would. */
  upload(folder: string, labels: Labels): Promise<void>
  /** Marks blocks for deletion; Compact deletes them later. */
  mark(ids: readonly string[]): Promise<void>
}

/** Gives the bucket of the cluster to `work`, and removes what was needed to reach it. */
export function withBucket<Value>(world: World, work: (bucket: Bucket) => Promise<Value>): Promise<Value> {
  return world.spec.objectStore.type === 'FILESYSTEM' ? volumeBucket(world, work) : s3Bucket(world, work)
}
