import type { Figure } from '../check.ts'
import { nextPass } from '../checks/blocks/upload.ts'
import { overlapOf } from '../checks/blocks/settled.ts'
import { compactMetric } from '../checks/blocks/upload.ts'
import { onlyFrom, storesOf } from '../checks/fresh-series/stores.ts'
import { onlyRaw } from '../checks/blocks/compacted.ts'
import { query } from '../cluster/prom-api.ts'
import { expect } from '../failure.ts'
import type { Fault } from '../harness/fault.ts'
import { admitted, remoteWrite } from '../harness/remote-write.ts'
import type { Traffic } from '../harness/traffic.ts'
import type { Block } from '../history/block.ts'
import type { Bucket } from '../history/bucket.ts'
import { withBucket } from '../history/with-bucket.ts'
import type { World } from '../world.ts'
import { lateTimes, ofIngestors } from './late-samples/blocks.ts'

const series = 20
/** Minutes. Blocks are of 4 here and cut when the head is one and a half of them long: what is older is in a block already. */
const late = { from: 11, to: 8 }
/** Seconds: two blocks, an upload, and a pass of Compact after it. */
const patience = 900

export const fault: Fault = {
  name: 'late-samples',
  title: 'Samples come ten minutes late, of times whose blocks are in the bucket already',
  modes: ['everything'],
  promise: {
    continues: 'Everything. The samples are stored and answered as any; those older than outOfOrderWindow are refused.',
    pauses: 'Nothing. Compact merges the blocks that then overlap.',
    lostSamples: 0,
    failedQueries: 0,
  },
  run: (world, traffic) =>
    admitted(world, 'e2e-late', () => withBucket(world, (bucket) => prove(world, traffic, bucket))),
}

async function prove(world: World, traffic: Traffic, bucket: Bucket): Promise<Figure[]> {
  const { tenant } = world.spec.receive
  const own = ofIngestors(world.spec)
  await world.until('blocks of these times are in the bucket', { seconds: patience, every: 5 }, async () => {
    const before = (await bucket.blocks()).filter(own)
    const reached = Math.min(...before.map(({ from }) => from))
    return reached < Date.now() - late.from * 60_000
      ? { done: undefined }
      : { missing: `${before.length} blocks, the oldest of ${new Date(reached).toISOString()}` }
  })
  const before = await compactMetric(world, verticalCompactions)
  const name = `e2e_late_${Date.now().toString(36)}`
  const times = lateTimes(Date.now(), late.from, late.to)
  traffic.note(`${times.length} samples of ${series} series come late`)
  const answer = await remoteWrite(world, { name, tenant, series, times })
  expect(answer.status === 200, `late samples are answered with HTTP ${answer.status}: ${answer.text}`)
  const tooLate = await remoteWrite(world, { name, tenant, series: 1, times: [Date.now() - 2 * 3_600_000] })
  expect(tooLate.status === 409, `a sample of two hours ago is answered with HTTP ${tooLate.status}: ${tooLate.text}`)
  const wanted = series * times.length
  const fresh = await answered(world, name, wanted, 'Query answers with late samples', [])
  const merges = await mergedBlocks(world, bucket, own, before)
  await nextPass(world)
  expect((await compactMetric(world, 'thanos_compact_halted')) === 0, 'Compact has halted')
  const { store } = await storesOf(world)
  const stored = await answered(world, name, wanted, 'Store answers with late samples', store)
  return [
    { what: 'late samples in answers at once', value: `${fresh} of ${wanted}`, promised: String(wanted) },
    { what: 'HTTP status of a sample of two hours ago, with a window of 1h', value: '409', promised: '409' },
    ...merges,
    { what: 'late samples in answers from Store alone', value: `${stored} of ${wanted}`, promised: String(wanted) },
    { what: 'Compact halted', value: '0', promised: '0' },
  ]
}

/**
 * Waits until what came late is in blocks that overlap with others no more. Compact merges and deletes a late block within
 * seconds, faster than the bucket is listed: its own count of merges of overlapping blocks says how many there were.
 * @param before that count
 */
async function mergedBlocks(
  world: World,
  bucket: Bucket,
  own: (block: Block) => boolean,
  before: number,
): Promise<Figure[]> {
  const begun = Date.now()
  // As many as a write needs: the third copy may be missing, where routers still avoid an ingestor that was away.
  const quorum = Math.floor(world.spec.receive.replicationFactor / 2) + 1
  const merges = await world.until('late blocks are merged', { seconds: patience, every: 3 }, async () => {
    const done = (await compactMetric(world, verticalCompactions)) - before
    const blocks = (await bucket.blocks()).filter(own)
    if (done < quorum) return { missing: `${done} merges of at least ${quorum}` }
    const overlap = [...Map.groupBy(blocks, ({ labels }) => JSON.stringify(labels)).values()].flatMap(overlapOf)
    return overlap.length === 0
      ? { done }
      : { missing: `${overlap.map(({ id }) => id).join(' and ')} have the same times` }
  })
  return [
    {
      what: 'blocks that overlapped, merged by Compact',
      value: `${merges} times, after ${((Date.now() - begun) / 1000).toFixed(0)} s`,
      promised: `at least ${quorum} times`,
    },
    { what: 'blocks of one ingestor that overlap', value: '0', promised: '0' },
  ]
}

const verticalCompactions = 'thanos_compact_group_vertical_compactions_total'

async function answered(world: World, name: string, wanted: number, what: string, only: readonly string[]) {
  return world.until(what, { seconds: 120, every: 2 }, async () => {
    const found = await query(await world.url('thanos-query'), `sum(count_over_time(${name}[30m]))`, {
      with: { max_source_resolution: onlyRaw, ...(only.length === 0 ? {} : onlyFrom(only)) },
    })
    const count = found.series[0]?.samples[0]?.value ?? 0
    return count === wanted ? { done: count } : { missing: `${count} of ${wanted}` }
  })
}
