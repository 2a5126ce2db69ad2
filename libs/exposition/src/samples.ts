import { sampleOf } from './line.ts'

/** A sample of the metric that was asked for. */
export interface MetricSample {
  labels: Record<string, string>
  value: number
}

type Labels = Readonly<Record<string, string>>

/**
 * The samples of one metric on a page in the text format of Prometheus or OpenMetrics.
 *
 * Written by hand: of the parsers on npm, `parse-prometheus-text-format` 1.1.1 drops the labels, counts and sums of a
 * histogram that has labels besides `le`, and passes over names in quotes, and no other one is kept up.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function samplesOf(page: string, metric: string): MetricSample[] {
  return page.split('\n').flatMap((line) => {
    // Pages have thousands of lines of other metrics.
    const sample = line.includes(metric) ? sampleOf(line) : null
    return sample === null || sample.metric !== metric ? [] : [{ labels: sample.labels, value: sample.value }]
  })
}

/** The value of the first sample that has these labels; null where there is none. */
export function valueOf(page: string, metric: string, labels: Labels = {}): number | null {
  return matching(page, metric, labels)[0]?.value ?? null
}

/** The sum of the samples that have these labels; 0 where there is none. */
export function sumOf(page: string, metric: string, labels: Labels = {}): number {
  return matching(page, metric, labels).reduce((sum, { value }) => sum + value, 0)
}

function matching(page: string, metric: string, wanted: Labels): MetricSample[] {
  return samplesOf(page, metric).filter(({ labels }) =>
    Object.entries(wanted).every(([name, value]) => labels[name] === value),
  )
}
