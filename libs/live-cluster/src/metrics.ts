/** A sample of a page of metrics. */
export interface MetricSample {
  labels: Record<string, string>
  value: number
}

/**
 * The samples of one metric on a page in the text format of Prometheus.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function samplesOf(page: string, metric: string): MetricSample[] {
  return page.split('\n').flatMap((line) => {
    if (!line.startsWith(metric)) return []
    const found = /^[^{\s]+(?:\{(.*)\})?\s+(\S+)/.exec(line)
    if (found === null || line.slice(0, line.search(/[{\s]/)) !== metric) return []
    const [, labels = '', value = ''] = found
    return [{ labels: labelsOf(labels), value: Number(value.replace('Inf', 'Infinity')) }]
  })
}

function labelsOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g)]
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [
      name,
      value.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char)),
    ]),
  )
}

/** The value of the one sample that has these labels; null where there is none. */
export function valueOf(page: string, metric: string, labels: Readonly<Record<string, string>> = {}): number | null {
  const found = samplesOf(page, metric).find((sample) =>
    Object.entries(labels).every(([name, value]) => sample.labels[name] === value),
  )
  return found?.value ?? null
}
