import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import { nameOf } from '../../cluster/kube.ts'
import type { Sample } from '../../cluster/prom-api.ts'
import type { Span } from '../../history/plan.ts'
import type { World } from '../../world.ts'

/** A scrape that the target has served. */
export interface Scrape {
  /** Unix milliseconds, by the target's clock. */
  time: number
  /** The pod of Prometheus that asked. */
  pod: string
}

const ledger = z.array(z.object({ time: z.number(), from: z.string() }))

/**
 * The scrapes by Prometheus that the target has served: what must be in the system, whatever the system says.
 * @param since Unix milliseconds
 */
export async function scrapes(world: World, since: number): Promise<Scrape[]> {
  const pods = new Map(
    (await world.kube.podsOf(world.namespace, 'prometheus')).map((pod) => [pod.status?.podIP, nameOf(pod)]),
  )
  const entries = ledger.parse(
    await json(await world.fixture('target'), '/scrapes', { params: { since: Math.floor(since) } }),
  )
  return entries.flatMap(({ time, from }) => {
    const pod = pods.get(from)
    return pod === undefined ? [] : [{ time, pod }]
  })
}

/** What came of the scrapes of a span. */
export interface Comparison {
  scrapes: number
  /** Times of scrapes without a sample. */
  missing: number[]
  /** Samples that no scrape explains. */
  foreign: Sample[]
  /** The largest distance, in milliseconds, between a sample's time and the target's, which is its value. */
  skew: number
}

/** Milliseconds between the two times that the target reads its clock for a scrape: for the sample, and for the ledger. */
const near = 1000

/**
 * Compares scrapes with the samples of `e2e_time_seconds`, whose value is the time of its scrape.
 * @param times when the target answered, in Unix milliseconds; before and after the span, too
 * @param samples those of the span, and some before and after
 */
export function compare(times: readonly number[], samples: readonly Sample[], { from, to }: Span): Comparison {
  const scraped = ({ value }: Sample) => value * 1000
  const same = (time: number, sample: Sample) => Math.abs(time - scraped(sample)) < near
  const within = (time: number) => time >= from && time < to
  const expected = times.filter(within)
  const got = samples.filter((sample) => within(scraped(sample)))
  return {
    scrapes: expected.length,
    missing: expected.filter((time) => !samples.some((sample) => same(time, sample))),
    foreign: got.filter((sample) => !times.some((time) => same(time, sample))),
    skew: Math.max(0, ...got.map((sample) => Math.abs(sample.time - scraped(sample)))),
  }
}
