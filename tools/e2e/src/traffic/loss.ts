import { z } from 'zod'
import { json } from '../cluster/http.ts'
import type { World } from '../world.ts'

/** What can be read back of what the target was scraped for. */
export interface Loss {
  scrapes: number
  /** Unix milliseconds of scrapes without a sample. */
  missing: number[]
}

/** The target's own list of scrapes: `time` in Unix milliseconds. */
const ledger = z.array(z.object({ time: z.number() }))

/** Between the target's clock for the sample and for its list, in one answer. */
const near = 50
/** Longer spans are read in pieces, which Query can hold in memory. */
const piece = 600_000

/**
 * Compares the target's own list of scrapes with the samples that Query Frontend gives back, of all copies together. Pods
 * come and go while a fault lasts, so a scrape is known by its time alone, which is also the value of its sample.
 * @param from, to Unix milliseconds
 */
export async function lossBetween(world: World, from: number, to: number): Promise<Loss> {
  const entries = ledger.parse(
    await json(await world.fixture('target'), '/scrapes', { params: { since: Math.floor(from) }, timeout: 60 }),
  )
  const times = entries.map(({ time }) => time).filter((time) => time >= from && time < to)
  const values: number[] = []
  for (let end = to; end > from; end -= piece)
    values.push(...(await valuesBefore(world, end, Math.min(piece, end - from))))
  return { scrapes: times.length, missing: missingOf(times, values) }
}

async function valuesBefore(world: World, time: number, span: number): Promise<number[]> {
  // A sample is there a moment after its time; two seconds more than the piece, so that none falls between two.
  const seconds = Math.ceil(span / 1000) + 2
  const { series } = await world.query(`e2e_time_seconds[${seconds}s]`, {
    time,
    timeout: 60,
    with: { dedup: 'false', max_source_resolution: '0s' },
  })
  return series.flatMap(({ samples }) => samples.map(({ value }) => Math.round(value * 1000)))
}

/** Times that no value is near to. */
export function missingOf(times: readonly number[], values: readonly number[]): number[] {
  const slots = new Set(values.flatMap((value) => [-1, 0, 1].map((step) => Math.floor(value / near) + step)))
  return times.filter((time) => !slots.has(Math.floor(time / near))).toSorted((a, b) => a - b)
}
