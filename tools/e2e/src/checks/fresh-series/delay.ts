import { replicaLabels } from '@thanos-fleet/authoring'
import type { World } from '../../world.ts'
import { scrapes } from './ledger.ts'

/** Seconds within which a scrape must be seen in Query Frontend: sending it on takes up to 5 s, by remote write. */
const promised = 15

/**
 * Takes the next scrape of the target, and waits until its sample is in an answer.
 * @returns milliseconds from the scrape to the answer
 * @throws CheckFailure when it takes longer than is promised
 */
export async function delayOfNext(world: World): Promise<number> {
  const begun = Date.now()
  const scrape = await world.until('another scrape of the target', { seconds: 20, every: 0.5 }, async () => {
    const [next] = await scrapes(world, begun)
    return next === undefined ? { missing: 'none' } : { done: next }
  })
  const expression = `e2e_time_seconds{${replicaLabels.prometheus}="${scrape.pod}"}`
  return world.until(`the scrape by ${scrape.pod} is queryable`, { seconds: promised, every: 0.5 }, async () => {
    const { series } = await world.query(expression, { with: { dedup: 'false' } })
    const newest = Math.max(0, ...series.flatMap(({ samples }) => samples.map(({ value }) => value * 1000)))
    // The ledger's time is that of the answer, some milliseconds after the value.
    return newest >= scrape.time - 1000
      ? { done: Date.now() - scrape.time }
      : { missing: `the newest sample is ${Math.round(scrape.time - newest)} ms older` }
  })
}
