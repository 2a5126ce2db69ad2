import { query } from '../../cluster/prom-api.ts'
import type { World } from '../../world.ts'
import { completeStores } from '../fresh-series/fresh-path.ts'
import { onlyFrom } from '../fresh-series/stores.ts'

const selector = 'e2e_time_seconds[900s]'

/** What Store alone has of the test's series, through Query, past Query Frontend and its cache. @param time Unix milliseconds */
export async function askStore(world: World, time = Date.now()): Promise<{ time: number; samples: number }> {
  const { store } = await completeStores(world)
  const { series } = await query(await world.url('thanos-query'), selector, {
    time,
    with: { max_source_resolution: '1s', ...onlyFrom(store) },
  })
  return { time, samples: series.reduce((sum, { samples }) => sum + samples.length, 0) }
}

/** Waits until live blocks have reached Store, minutes after the start of the cluster. */
export async function storeHasBlocks(world: World): Promise<void> {
  await world.until('Store serves live blocks', { seconds: 420, every: 2 }, async () =>
    (await askStore(world)).samples > 0 ? { done: undefined } : { missing: 'no sample' },
  )
}
