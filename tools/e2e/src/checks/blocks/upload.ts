import { valueOf } from '@thanos-fleet/exposition'
import { seconds } from '@thanos-fleet/kubernetes'
import { request } from '../../cluster/http.ts'
import type { Bucket } from '../../history/bucket.ts'
import { buildBlocks, inFolder } from '../../history/build.ts'
import { type HistoryPlan, planOf } from '../../history/plan.ts'
import { type Producer, producerOf } from '../../history/producer.ts'
import { compactorOf } from './shards.ts'
import type { World } from '../../world.ts'

/** A history in the bucket: what it consists of, and by whose labels its blocks are known. */
export interface History {
  /** The value of the label `run` of its series. */
  run: string
  plan: HistoryPlan
  producer: Producer
}

/** What would be uploaded now; each call gives another history, whose blocks Compact keeps apart. */
export function newHistory({ spec }: World): History {
  const run = Date.now().toString(36)
  const days = (duration: Parameters<typeof seconds>[0]) => seconds(duration) / 86_400
  const { raw, fiveMinutes, oneHour } = spec.compact.retention
  const plan = planOf(Date.now(), { raw: days(raw), fiveMinutes: days(fiveMinutes), oneHour: days(oneHour) })
  return { run, plan, producer: producerOf(spec, run) }
}

/**
 * Writes the history and uploads it just after Compact has ended a pass: a block that came between its downsampling and
 * its look at the retention would be deleted without ever having been downsampled.
 */
export function upload(world: World, bucket: Bucket, { plan, producer }: History): Promise<void> {
  return inFolder(async (folder) => {
    const blocks = await buildBlocks(folder, [plan.beyondAll, plan.beyondRaw, ...plan.kept], producer.series)
    await nextPass(world)
    await bucket.upload(blocks, producer.block)
  })
}

/** Waits for the end of a pass of Compact. @throws CheckFailure when it makes none, for example because it has halted */
export async function nextPass(world: World): Promise<void> {
  const passes = () => compactMetric(world, 'thanos_compact_iterations_total')
  const before = await world.until('Compact answers', { seconds: 30 }, async () => ({ done: await passes() }))
  await world.until('Compact ends a pass', { seconds: 90, every: 0.3 }, async () => {
    if ((await compactMetric(world, 'thanos_compact_halted')) > 0) return { missing: 'Compact has halted' }
    const now = await passes()
    // A restart counts from zero.
    return now > before || (now > 0 && now < before) ? { done: undefined } : { missing: `still pass ${now}` }
  })
}

/** The value of a metric without labels that the Compact of the history has of itself. @throws Error when there is none */
export async function compactMetric(world: World, name: string): Promise<number> {
  const { text } = await request(await world.podUrl(compactorOf(world.spec), 'thanos-compact'), '/metrics')
  const value = valueOf(text, name)
  if (value === null) throw new Error(`Compact has no metric ${name}`)
  return value
}
