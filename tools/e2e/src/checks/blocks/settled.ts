import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import { type Block, blockOf, isOf } from '../../history/block.ts'
import type { Bucket } from '../../history/bucket.ts'
import type { World } from '../../world.ts'
import { summary } from './compacted.ts'
import { completeSets } from './shards.ts'
import type { History } from './upload.ts'

const loaded = z.object({ data: z.object({ blocks: z.array(z.unknown()).nullable() }) })

/**
 * Waits until what Compact has merged is gone and every Store serves exactly what is in the bucket. Before, one Store
 * may answer from blocks of one resolution and the other from those of another, and Query mixes them: sums over
 * downsampled data are then some samples off, and Query Frontend keeps the answer.
 */
export async function settled(world: World, bucket: Bucket, { producer }: History): Promise<void> {
  await world.until('every Store serves exactly the blocks of the bucket', { seconds: 120, every: 3 }, async () => {
    const blocks = (await bucket.blocks()).filter(isOf(producer.block))
    const [one, other] = overlapOf(blocks)
    if (one !== undefined && other !== undefined)
      return { missing: `${one.id} and ${other.id} have the same samples: ${summary(blocks)}` }
    const wanted = idsOf(blocks)
    for (const pods of completeSets(await world.podNames('thanos-store'))) {
      const served = (await Promise.all(pods.map((pod) => loadedBy(world, pod)))).flat().filter(isOf(producer.block))
      if (idsOf(served) !== wanted)
        return { missing: `${pods.join(', ')}: ${summary(served)} instead of ${summary(blocks)}` }
    }
    return { done: undefined }
  })
}

/** Two blocks of one resolution with samples of one time; empty when there are none. */
export function overlapOf(blocks: readonly Block[]): Block[] {
  const sorted = blocks.toSorted((a, b) => a.resolution - b.resolution || a.from - b.from)
  for (const [index, block] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next !== undefined && next.resolution === block.resolution && next.from < block.to) return [block, next]
  }
  return []
}

async function loadedBy(world: World, pod: string): Promise<Block[]> {
  const { data } = loaded.parse(
    await json(await world.podUrl(pod, 'thanos-store'), '/api/v1/blocks', { params: { view: 'loaded' } }),
  )
  return (data.blocks ?? []).map(blockOf)
}

function idsOf(blocks: readonly Block[]): string {
  return [...new Set(blocks.map(({ id }) => id))].toSorted().join(' ')
}
