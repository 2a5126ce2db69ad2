import type { Sample } from '../cluster/prom-api.ts'

/** Milliseconds, from the first to before the last. */
export interface Span {
  from: number
  to: number
}

/** Milliseconds between two scrapes of the test's target, see settings/files/extra/e2e-target.yaml. */
export const interval = 5000

/** What became of the scrapes that the target has answered. */
export interface Losses {
  /** Slots of one interval in which it was scraped, by whichever Prometheus. */
  slots: number
  /** Starts of slots of which no sample is left. */
  lost: number[]
  /** Scrapes, of all Prometheus. */
  scrapes: number
  /** Scrapes whose own sample is not left, in whichever copy: others may have that slot. */
  lostScrapes: number
}

/** Milliseconds within which the value of a sample, which is the time of its scrape, agrees with the ledger. */
const near = 500

/**
 * Compares what the target gave with what can be read.
 * @param times when it was scraped, in Unix milliseconds
 * @param samples all that is stored of `e2e_time_seconds`, whose value is the time of its scrape in seconds
 */
export function lossesOf(times: readonly number[], samples: readonly Sample[], { from, to }: Span): Losses {
  const stored = samples.map(({ value }) => value * 1000).toSorted((a, b) => a - b)
  const taken = times.filter((time) => time >= from && time < to)
  const slots = Map.groupBy(taken, (time) => Math.floor(time / interval))
  const left = (time: number) => has(stored, time - near, time + near)
  return {
    slots: slots.size,
    lost: [...slots]
      .filter(([, own]) => !own.some(left))
      .map(([slot]) => slot * interval)
      .toSorted((a, b) => a - b),
    scrapes: taken.length,
    lostScrapes: taken.filter((time) => !left(time)).length,
  }
}

/** Whether a sorted list has a number within the bounds. */
function has(sorted: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return (sorted[low] ?? Infinity) <= to
}

/** The longest time between two samples, and from the ends of the span to the nearest; in milliseconds. */
export function longestGap(samples: readonly Sample[], { from, to }: Span): number {
  const times = [
    from,
    ...samples
      .map(({ time }) => time)
      .filter((time) => time >= from && time < to)
      .toSorted((a, b) => a - b),
    to,
  ]
  return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)))
}
