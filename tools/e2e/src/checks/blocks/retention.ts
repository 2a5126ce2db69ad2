import { seconds } from '@thanos-fleet/kubernetes'
import { expect, type Figure } from '../../check.ts'
import { isOf } from '../../history/block.ts'
import type { Bucket } from '../../history/bucket.ts'
import { onesMetric } from '../../history/samples.ts'
import type { World } from '../../world.ts'
import { sumsBecome } from './answered.ts'
import { fills, summary } from './compacted.ts'
import type { History } from './upload.ts'

/** What is older than the retention of its resolution goes from the bucket; what was made of it in time stays and is answered. */
export async function retention(world: World, bucket: Bucket, history: History): Promise<Figure[]> {
  const { plan: { beyondRaw, beyondAll }, producer } = history
  const { compact } = world.spec
  const begun = Date.now()
  const left = await world.until('what is older than its retention goes from the bucket', { seconds: 120 + seconds(compact.deleteDelay), every: 3 }, async () => {
    const own = (await bucket.blocks()).filter(isOf(producer.block))
    const old = own.filter(block => fills(block, beyondAll) || (block.resolution === 0 && fills(block, beyondRaw)))
    return old.length === 0 ? { done: own } : { missing: `still there: ${summary(old)}` }
  })
  const made = left.filter(block => fills(block, beyondRaw))
  expect(made.some(({ resolution }) => resolution === 300_000), `raw data was deleted and there is none of 5m: ${summary(made)}`, { 'blocks.json': JSON.stringify(left, null, 1) })
  await sumsBecome(world, history, beyondRaw, '5m')
  await rawIsGone(world, history)
  const { raw, fiveMinutes, oneHour } = compact.retention
  return [
    { what: `deleted: raw beyond ${raw}, anything beyond ${fiveMinutes} and ${oneHour}`, value: `${Math.round((Date.now() - begun) / 1000)} s after compaction`, promised: `${compact.deleteDelay} and a pass` },
    { what: 'blocks of history left', value: summary(left) },
  ]
}

async function rawIsGone(world: World, { run, plan: { beyondRaw } }: History): Promise<void> {
  await world.until('Store no longer serves what was deleted', { seconds: 60, every: 2 }, async () => {
    const { series } = await world.query(`${onesMetric}{run="${run}"}[2d]`, { time: beyondRaw.to, with: { max_source_resolution: '0s' } })
    const samples = series.reduce((sum, one) => sum + one.samples.length, 0)
    return samples === 0 ? { done: undefined } : { missing: `${samples} raw samples` }
  })
}
