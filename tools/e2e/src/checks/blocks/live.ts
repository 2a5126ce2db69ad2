import { replicaLabels } from '@thanos-fleet/authoring'
import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import type { QueryAnswer, Series } from '../../cluster/prom-api.ts'
import type { Bucket } from '../../history/bucket.ts'
import type { Span } from '../../history/plan.ts'
import { ownIngestors } from '../../workspace/rings.ts'
import type { World } from '../../world.ts'
import { copiesOf, longestGap } from '../fresh-series/copies.ts'
import { scrapeInterval } from '../fresh-series/span.ts'
import { completeStores } from '../fresh-series/fresh-path.ts'
import { freshKind, onlyFrom, storesOf } from '../fresh-series/stores.ts'
import { difference } from './difference.ts'

const selector = 'e2e_time_seconds{job="e2e-target"}'
const looked = 600
const shortest = 60_000
/**
 * Seconds. An ingestor cuts a block when its head is one and a half of them long, of 4 min here, and the first may be too
 * short for the comparison; a minute each is for its ticker, and for upload and synchronisation.
 */
const patience = 720

/**
 * What the producers of this run upload comes back through Store alone as it was: what remains once the producers have
 * dropped their own copy.
 */
export async function live(world: World, bucket: Bucket): Promise<Figure[]> {
  const copies = copiesOf(world.spec)
  const { span, stored } = await served(world, copies)
  const stores = await completeStores(world)
  const fresh = await samplesOf(world, span.to, stores[freshKind(world)], false)
  const differences = difference(stored.series, fresh.series, span)
  const evidence = {
    'store.json': JSON.stringify(stored, null, 1),
    'fresh.json': JSON.stringify(fresh, null, 1),
    'span.json': JSON.stringify(span),
  }
  expect(
    differences.length === 0,
    `Store answers otherwise than ${freshKind(world)}: ${differences.slice(0, 3).join('; ')}`,
    evidence,
  )
  const one = await samplesOf(world, span.to, stores.store, true)
  expect(one.series.length === 1, `Store alone gives ${one.series.length} series instead of one`, evidence)
  const gap = longestGap(one.series[0]?.samples ?? [], span.from, span.to)
  expect(gap <= 3 * scrapeInterval, `${gap / 1000} s without a sample from Store alone`, evidence)
  return [
    ...(await uploaded(world, bucket)),
    {
      what: 'live samples equal from Store alone and from the fresh path',
      value: `${within(stored.series, span)} of ${within(fresh.series, span)} in ${copies} copies`,
    },
    { what: 'newest sample that Store serves', value: `${Math.round((Date.now() - span.to) / 1000)} s old` },
  ]
}

/** Waits until Store has at least a minute of every copy of the live series. */
function served(world: World, copies: number): Promise<{ span: Span; stored: QueryAnswer }> {
  return world.until('Store serves live blocks of every producer', { seconds: patience, every: 5 }, async () => {
    const { store } = await storesOf(world)
    const stored = await samplesOf(world, Date.now(), store, false)
    if (stored.series.length !== copies) return { missing: `${stored.series.length} of ${copies} copies` }
    const times = stored.series.map(({ samples }) => samples.map(({ time }) => time))
    const span = {
      from: Math.max(...times.map((all) => all[0] ?? Infinity)),
      to: Math.min(...times.map((all) => all.at(-1) ?? -Infinity)),
    }
    return span.to - span.from >= shortest
      ? { done: { span, stored } }
      : { missing: `${Math.round((span.to - span.from) / 1000)} s of all copies` }
  })
}

/** Every producer of the fresh path has blocks in the bucket. */
async function uploaded(world: World, bucket: Bucket): Promise<Figure[]> {
  const receives = world.mode === 'receive-mode'
  const label = receives ? replicaLabels.receive : replicaLabels.prometheus
  const producers = receives ? ownIngestors(world.spec.receive) : await world.podNames('prometheus')
  const blocks = await bucket.blocks()
  const counts = producers.map((pod) => ({ pod, blocks: blocks.filter(({ labels }) => labels[label] === pod).length }))
  const without = counts.filter((count) => count.blocks === 0).map(({ pod }) => pod)
  expect(without.length === 0, `no block in the bucket from ${without.join(', ')}`, {
    'blocks.json': JSON.stringify(blocks, null, 1),
  })
  return [
    { what: 'live blocks in the bucket', value: counts.map(({ pod, blocks: count }) => `${pod} ${count}`).join(', ') },
  ]
}

function samplesOf(world: World, time: number, addresses: readonly string[], dedup: boolean): Promise<QueryAnswer> {
  return world.query(`${selector}[${looked}s]`, {
    time,
    with: { dedup: String(dedup), max_source_resolution: '0s', ...onlyFrom(addresses) },
  })
}

function within(series: readonly Series[], { from, to }: Span): number {
  return series.flatMap(({ samples }) => samples).filter(({ time }) => time >= from && time < to).length
}
