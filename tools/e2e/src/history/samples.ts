import { minute, type Span } from './plan.ts'

export type Labels = Readonly<Record<string, string>>

/** One sample each minute. */
export const interval = minute

/**
 * Samples are at half past each minute: no edge of an hour or a day meets one, so that sums over a day are the same
 * whatever the resolution.
 */
const offset = 30_000

/** Its value is the number of the minute since 1970: known for any time, and whole, so that sums are exact. */
export const minutesMetric = 'e2e_history_minutes'

/** Always 1: its sum is the number of samples, at any resolution. */
export const onesMetric = 'e2e_history_ones'

/** The value of the series of minutes at a time. @param time Unix milliseconds */
export function minuteOf(time: number): number {
  return Math.floor(time / minute)
}

/** Times of all samples of a span, in Unix milliseconds. */
export function timesOf({ from, to }: Span): number[] {
  return Array.from(
    { length: Math.ceil((to - from - offset) / interval) },
    (_, index) => from + offset + index * interval,
  )
}

/** What the history adds up to within a span. */
export interface Sums {
  samples: number
  sum: number
  least: number
  most: number
}

/** Worked out from the plan alone, to compare answers with. */
export function sumsOf(span: Span): Sums {
  const values = timesOf(span).map(minuteOf)
  return {
    samples: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    least: values[0] ?? Number.NaN,
    most: values.at(-1) ?? Number.NaN,
  }
}

/**
 * The text of a span as promtool reads it.
 * Source: https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
export function openMetrics(span: Span, labels: Labels): string {
  const times = timesOf(span)
  const set = Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',')
  const family = (name: string, valueAt: (time: number) => number) => [
    `# TYPE ${name} gauge`,
    ...times.map((time) => `${name}{${set}} ${valueAt(time)} ${time / 1000}`),
  ]
  return [...family(minutesMetric, minuteOf), ...family(onesMetric, () => 1), '# EOF', ''].join('\n')
}
