import { modes } from '@thanos-fleet/cluster-spec'
import type { Check } from '../check.ts'
import { messageOf } from '../cluster/until.ts'
import { isOf } from '../history/block.ts'
import type { Bucket } from '../history/bucket.ts'
import { withBucket } from '../history/with-bucket.ts'
import type { World } from '../world.ts'
import { answered } from './blocks/answered.ts'
import { compacted } from './blocks/compacted.ts'
import { live } from './blocks/live.ts'
import { answeredBeyondRaw, deleted } from './blocks/retention.ts'
import { settled } from './blocks/settled.ts'
import { type History, newHistory, upload } from './blocks/upload.ts'

export const check: Check = {
  name: 'blocks',
  title:
    'Blocks reach the bucket, Store serves them as they were, Compact merges, downsamples and deletes them, and every sample is answered at raw, 5m and 1h.',
  modes,
  beside: true,
  counterProof: {
    mode: 'sidecar-mode',
    breaks: 'Compact is told not to downsample',
    patch: 'blocks.yaml',
    fails: /one block of 14 days of each resolution; none of 5m, 1h among/,
  },
  run: (world) =>
    withBucket(world, async (bucket) => {
      const history = newHistory(world)
      try {
        await upload(world, bucket, history)
        // Compact works on the history meanwhile.
        const figures = [
          ...(await live(world, bucket)),
          ...(await compacted(world, bucket, history)),
          ...(await deleted(world, bucket, history)),
        ]
        await settled(world, bucket, history)
        return [...figures, ...(await answered(world, history)), ...(await answeredBeyondRaw(world, history))]
      } finally {
        await remove(world, bucket, history)
      }
    }),
}

/** Leaves the history to Compact to delete. What failed before matters more than a failure here. */
async function remove(world: World, bucket: Bucket, { producer }: History): Promise<void> {
  try {
    await bucket.mark((await bucket.blocks()).filter(isOf(producer.block)).map(({ id }) => id))
  } catch (error) {
    world.log(`the history was not marked for deletion: ${messageOf(error)}`)
  }
}
