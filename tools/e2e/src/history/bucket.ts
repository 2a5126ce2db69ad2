import type { Block } from './block.ts'
import type { Labels } from './samples.ts'

/** The bucket itself, past all components. */
export interface Bucket {
  /** All blocks that are complete in it, also those that are marked for deletion. */
  blocks(): Promise<Block[]>
  /** Uploads a folder of blocks as a producer with these external labels would. */
  upload(folder: string, labels: Labels): Promise<void>
  /** Marks blocks for deletion; Compact deletes them later. */
  mark(ids: readonly string[]): Promise<void>
}
