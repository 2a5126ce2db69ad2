import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import { isOf } from '../../history/block.ts'
import type { Bucket } from '../../history/bucket.ts'
import { onesMetric } from '../../history/samples.ts'
import type { World } from '../../world.ts'
import { sumsBecome } from './answered.ts'
import { fills, onlyRaw, summary } from './compacted.ts'
import type { History } from './upload.ts'

/** What is older than the retention of its resolution goes from the bucket; what was made of it in time stays. */
export async function deleted(
  world: World,
  bucket: Bucket,
  { plan: { beyondRaw, beyondAll }, producer }: History,
): Promise<Figure[]> {
  const {
    retention: { raw, fiveMinutes, oneHour },
  } = world.spec.compact
  const begun = Date.now()
  const left = await world.until(
    'what is older than its retention goes from the bucket',
    { seconds: 180, every: 3 },
    async () => {
      const own = (await bucket.blocks()).filter(isOf(producer.block))
      const old = own.filter((block) => fills(block, beyondAll) || (block.resolution === 0 && fills(block, beyondRaw)))
      return old.length === 0 ? { done: own } : { missing: `still there: ${summary(old)}` }
    },
  )
  const made = left.filter((block) => fills(block, beyondRaw))
  expect(
    made.some(({ resolution }) => resolution === 300_000),
    `raw data was deleted and there is none of 5m: ${summary(made)}`,
    { 'blocks.json': JSON.stringify(left, null, 1) },
  )
  return [
    {
      what: `deleted: raw beyond ${raw}, everything beyond ${fiveMinutes} and ${oneHour}`,
      value: `${Math.round((Date.now() - begun) / 1000)} s after compaction`,
    },
  ]
}

/** Where raw data is beyond its retention, 5m still answers in full, and raw answers nothing. */
export async function answeredBeyondRaw(world: World, history: History): Promise<Figure[]> {
  const {
    run,
    plan: { beyondRaw },
  } = history
  const { samples } = await sumsBecome(world, history, beyondRaw, '5m')
  const { series } = await world.query(`${onesMetric}{run="${run}"}[2d]`, {
    time: beyondRaw.to,
    with: { max_source_resolution: onlyRaw },
  })
  const raw = series.reduce((sum, one) => sum + one.samples.length, 0)
  expect(raw === 0, `${raw} raw samples are still served of blocks that were deleted`)
  return [
    { what: 'samples older than raw data is kept', value: `${samples} at 5m, 0 raw`, promised: `${samples} at 5m` },
  ]
}
