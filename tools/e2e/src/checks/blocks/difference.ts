import type { Sample, Series } from '../../cluster/prom-api.ts'
import type { Span } from '../../history/plan.ts'

/** Differences between two answers within a span, each as a sentence; none when they are equal sample by sample. */
export function difference(a: readonly Series[], b: readonly Series[], span: Span): string[] {
  const [left, right] = [byLabels(a), byLabels(b)]
  return [...new Set([...left.keys(), ...right.keys()])].toSorted().flatMap((labels) => {
    const [one, other] = [left.get(labels), right.get(labels)]
    if (one === undefined || other === undefined) return [`only one has ${labels}`]
    const [x, y] = [textsOf(one, span), textsOf(other, span)]
    const apart = [
      ...[...x].filter((sample) => !y.has(sample)),
      ...[...y].filter((sample) => !x.has(sample)),
    ].toSorted()
    return apart.length === 0 ? [] : [`${apart.length} samples of ${labels} are in one only, such as ${apart[0] ?? ''}`]
  })
}

function byLabels(series: readonly Series[]): Map<string, Sample[]> {
  return new Map(
    series.map(({ labels, samples }) => [
      JSON.stringify(Object.fromEntries(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))),
      samples,
    ]),
  )
}

function textsOf(samples: readonly Sample[], { from, to }: Span): Set<string> {
  return new Set(
    samples
      .filter(({ time }) => time >= from && time < to)
      .map(({ time, value }) => `${value} at ${new Date(time).toISOString()}`),
  )
}
