import { eachLimited } from '@thanos-fleet/cli-tools'
import { setTimeout as pause } from 'node:timers/promises'

export interface Pace {
  /** Begun each second, at most. */
  perSecond: number
  /** Under way at the same time, at most. */
  atOnce: number
}

/**
 * Does something with each item, never faster than the pace: what is asked must not become load.
 * @returns the results in the order of the items
 * @throws the first error, after which nothing more is begun
 */
export async function paced<Item, Result>(
  items: readonly Item[],
  { perSecond, atOnce }: Pace,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const begun = performance.now()
  return eachLimited(items, atOnce, async (item, index) => {
    const early = begun + (index * 1000) / perSecond - performance.now()
    if (early > 0) await pause(early)
    return work(item)
  })
}
