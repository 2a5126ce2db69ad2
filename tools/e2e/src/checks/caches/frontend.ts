import type { Figure } from '../../check.ts'
import { sumOverPods } from '../../harness/metrics.ts'
import type { World } from '../../world.ts'
import { commandsOf } from './memcached.ts'

/** Seconds. Results younger than a minute are not cached (--query-range.max-freshness), so the range ends before. */
const range = { from: 600, to: 120, step: 15 }

/** A range that was asked before is answered from memcached: Query is not asked at all. */
export async function answersWithoutQuery(world: World): Promise<Figure[]> {
  const now = Math.floor(Date.now() / 60_000) * 60_000
  const ask = async () =>
    JSON.stringify(
      (await world.queryRange('sum(e2e_constant)', now - range.from * 1000, now - range.to * 1000, range.step)).series,
    )
  const asked = () => sumOverPods(world, 'thanos-query', 'http_requests_total', { handler: 'query_range' })
  const first = await ask()
  return world.until('Query Frontend answers from memcached', { seconds: 60 }, async () => {
    const [queriesBefore, before] = [await asked(), await commandsOf(world)]
    const again = await ask()
    const [queries, hits] = [(await asked()) - queriesBefore, (await commandsOf(world)).hits - before.hits]
    if (queries > 0 || hits === 0)
      return { missing: `${queries} queries reached Query, ${hits} items came from memcached` }
    if (again !== first) return { missing: `another answer: ${again} instead of ${first}` }
    return {
      done: [
        {
          what: 'the same range asked again',
          value: `0 queries at Query, ${hits} items from memcached, the same answer`,
        },
      ],
    }
  })
}
