import { sumOf } from '@thanos-fleet/exposition'
import { nameOf } from '../cluster/kube.ts'
import { request } from '../cluster/http.ts'
import { answered } from '../checks/blocks/answered.ts'
import { compacted, summary } from '../checks/blocks/compacted.ts'
import { deleted } from '../checks/blocks/retention.ts'
import { settled } from '../checks/blocks/settled.ts'
import { compactMetric, type History, newHistory, upload } from '../checks/blocks/upload.ts'
import type { Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { isOf } from '../history/block.ts'
import type { Bucket } from '../history/bucket.ts'
import { withBucket } from '../history/with-bucket.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { gone, kill } from '../harness/pods.ts'
import type { Traffic } from '../harness/traffic.ts'

export const fault: Fault = {
  name: 'compaction',
  title: 'Compact is killed in the middle of a compaction',
  modes: ['receive-mode'],
  promise: {
    continues: 'Everything else.',
    pauses:
      'Compaction, downsampling and deletion, until Compact has started again; it begins the unfinished compaction anew.',
    lostSamples: 0,
    failedQueries: 0,
  },
  run: (world, traffic) =>
    withBucket(world, async (bucket) => {
      const history = newHistory(world)
      try {
        await upload(world, bucket, history)
        const left = await killedWithin(world, bucket, history, traffic)
        const done = await compacted(world, bucket, history)
        const rest = await deleted(world, bucket, history)
        await settled(world, bucket, history)
        expect((await compactMetric(world, 'thanos_compact_halted')) === 0, 'Compact has halted')
        return [
          ...left,
          ...done,
          ...rest,
          { what: 'blocks that overlap', value: '0', promised: '0' },
          ...(await answered(world, history)),
        ]
      } finally {
        await bucket.mark((await bucket.blocks()).filter(isOf(history.producer.block)).map(({ id }) => id))
      }
    }),
}

/** Kills Compact while a compaction has begun and has not ended, as its own metrics say. */
async function killedWithin(world: World, bucket: Bucket, { producer }: History, traffic: Traffic): Promise<Figure[]> {
  const [pod] = await world.kube.podsOf(world.namespace, 'thanos-compact')
  if (pod === undefined) throw new Error('there is no Compact')
  const base = await world.podUrl(nameOf(pod), 'thanos-compact')
  await world.until('a compaction is under way', { seconds: 90, every: 0.2 }, async () => {
    const { text } = await request(base, '/metrics')
    const under =
      sumOf(text, 'thanos_compact_group_compaction_runs_started_total') -
      sumOf(text, 'thanos_compact_group_compaction_runs_completed_total') -
      sumOf(text, 'thanos_compact_group_compactions_failures_total')
    const made = sumOf(text, 'thanos_compact_group_compactions_total')
    return under > 0 && made > 0 ? { done: undefined } : { missing: `${under} under way, ${made} made` }
  })
  traffic.note('Compact is killed')
  await kill(world, pod)
  await gone(world, pod)
  const own = (await bucket.blocks()).filter(isOf(producer.block))
  const raw = own.filter(({ resolution, level }) => resolution === 0 && level === 1)
  expect(raw.length > 1, `the compaction was over before Compact was killed: ${summary(own)}`)
  return [{ what: 'killed while the bucket had', value: summary(own) }]
}
