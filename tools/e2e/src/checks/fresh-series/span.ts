import type { Span } from '../../history/plan.ts'
import type { World } from '../../world.ts'
import { type Scrape, scrapes } from './ledger.ts'

/** Milliseconds between two scrapes of the test's target, see settings/files/extra/e2e-target.yaml. */
export const scrapeInterval = 5000

/** What is looked at: some minutes at most, so that answers stay small. */
const longest = 300_000
/** Younger samples may still be on their way. */
export const settled = 15_000
const shortest = 60_000

/**
 * Waits until every Prometheus has scraped the target for a minute.
 * @returns the span, which begins when all of them had begun, and the scrapes in it with some before and after
 */
export function scrapedSpan(world: World): Promise<{ span: Span; ledger: Scrape[] }> {
  const { replicas } = world.spec.prometheus
  return world.until('each Prometheus has scraped the target for a minute', { seconds: 150, every: 3 }, async () => {
    const now = Date.now()
    const ledger = await scrapes(world, now - longest - 2 * settled)
    const firsts = [...Map.groupBy(ledger, ({ pod }) => pod).values()].map((own) =>
      Math.min(...own.map(({ time }) => time)),
    )
    if (firsts.length < replicas) return { missing: `scraped by ${firsts.length} of ${replicas}` }
    const span = { from: Math.max(now - longest, ...firsts.map((time) => time + scrapeInterval)), to: now - settled }
    return span.to - span.from >= shortest
      ? { done: { span, ledger } }
      : { missing: `${Math.round((span.to - span.from) / 1000)} s so far` }
  })
}
