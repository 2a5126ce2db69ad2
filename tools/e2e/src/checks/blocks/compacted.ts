import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import { type Block, isOf } from '../../history/block.ts'
import type { Bucket } from '../../history/bucket.ts'
import { day, hour, type Span } from '../../history/plan.ts'
import type { World } from '../../world.ts'
import { compactMetric, type History } from './upload.ts'

/**
 * What asks for raw data only. With `0s`, Query Frontend leaves the parameter out of range queries, and Query chooses.
 * Source: pkg/queryfrontend/queryrange_codec.go, EncodeRequest
 */
export const onlyRaw = '1s'

/** What Compact makes, and how Query is asked for it. Source: pkg/compact/downsample, ResLevel0, ResLevel1, ResLevel2 */
export const resolutions = [
  { name: 'raw', parameter: onlyRaw, milliseconds: 0, samplesADay: 1440 },
  { name: '5m', parameter: '5m', milliseconds: 300_000, samplesADay: 288 },
  { name: '1h', parameter: '1h', milliseconds: 3_600_000, samplesADay: 24 },
] as const

/** 2h, 8h, 2d, 14d: the block of 14 days has been through all of them. */
const levels = 4

/** Waits until Compact has made one block of the 14 days, of each resolution. */
export async function compacted(world: World, bucket: Bucket, { plan, producer }: History): Promise<Figure[]> {
  const begun = Date.now()
  const blocks = await world.until('one block of 14 days of each resolution', { seconds: 180, every: 3 }, async () => {
    const own = (await bucket.blocks()).filter(isOf(producer.block))
    const missing = resolutions.filter(
      ({ milliseconds }) => !own.some((block) => block.resolution === milliseconds && fills(block, plan.compacted)),
    )
    if (missing.length === 0) return { done: own }
    const halted = (await compactMetric(world, 'thanos_compact_halted')) > 0 ? ', Compact has halted' : ''
    return { missing: `none of ${missing.map(({ name }) => name).join(', ')} among ${summary(own)}${halted}` }
  })
  const level = Math.max(...blocks.map((block) => block.level))
  expect(level >= levels, `the highest level is ${level} instead of ${levels}`, {
    'blocks.json': JSON.stringify(blocks, null, 1),
  })
  return [
    {
      what: 'history compacted 2h → 8h → 2d → 14d and downsampled to 5m and 1h',
      value: `level ${level} after ${Math.round((Date.now() - begun) / 1000)} s`,
      promised: `level ${levels}`,
    },
  ]
}

/** Whether a block is all there is of a span: samples begin and end within a minute of it. */
export function fills({ from, to }: Span, span: Span): boolean {
  return Math.abs(from - span.from) < 60_000 && Math.abs(to - span.to) < 60_000
}

/** Blocks by resolution and length, such as `raw: 24 × 2h, 8 × 2d`. */
export function summary(blocks: readonly Block[]): string {
  return (
    resolutions
      .flatMap(({ name, milliseconds }) => {
        const lengths = blocks
          .filter(({ resolution }) => resolution === milliseconds)
          .map(({ from, to }) => lengthOf(to - from))
        const counts = [...Map.groupBy(lengths, (length) => length)].map(([length, all]) => `${all.length} × ${length}`)
        return counts.length === 0 ? [] : [`${name}: ${counts.join(', ')}`]
      })
      .join('; ') || 'no blocks'
  )
}

function lengthOf(milliseconds: number): string {
  return milliseconds > 1.5 * day ? `${Math.round(milliseconds / day)}d` : `${Math.round(milliseconds / hour)}h`
}
