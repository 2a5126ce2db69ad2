import type { Job } from '@thanos-fleet/catalog'

export type { Job }

/** Matchers of a part of the stack: one job in the cluster and namespace chosen at the top of the dashboard. */
export function stack(job: Job, ...more: string[]): string {
  return `{${['cluster="$cluster"', 'namespace="$namespace"', `job="${job}"`, ...more].join(', ')}}`
}

/** Matchers of what exists once in a cluster, whatever the namespace: nodes, kubelets, objects of the API server. */
export function inCluster(job: Job, ...more: string[]): string {
  return `{${['cluster="$cluster"', `job="${job}"`, ...more].join(', ')}}`
}

/** Per-second increase of a counter, over the interval that Grafana finds fit for the width of the panel. */
export function rate(counter: string, matchers: string): string {
  return `rate(${counter}${matchers}[$__rate_interval])`
}

/** Increase of a counter within the last five minutes: for events that are rare, where a rate reads as noise. */
export function increase(counter: string, matchers: string): string {
  return `increase(${counter}${matchers}[5m])`
}

/** Sum by labels; without labels, one number. */
export function sumBy(labels: readonly string[], expression: string): string {
  return aggregate('sum', labels, expression)
}

/** One expression for two counters that only make sense together, such as what was read and what was written. */
export function sumOfRates(labels: readonly string[], first: Counter, second: Counter): string {
  return `${sumBy(labels, rate(...first))} + ${sumBy(labels, rate(...second))}`
}

/** Maximum by labels. */
export function maxBy(labels: readonly string[], expression: string): string {
  return aggregate('max', labels, expression)
}

/** A quantile (0 to 1) of a classic histogram, by labels; `histogram` is the metric's name without `_bucket`. */
export function quantileBy(quantile: number, labels: readonly string[], histogram: string, matchers: string): string {
  return `histogram_quantile(${quantile}, ${sumBy([...labels, 'le'], rate(`${histogram}_bucket`, matchers))})`
}

/**
 * The part that went wrong of all that happened, from 0 to 1. Zero where nothing went wrong, nothing where nothing
 * happened: a missing numerator must not look like missing data.
 */
export function share(bad: string, all: string): string {
  return `(${bad} or ${all} * 0) / (${all} > 0)`
}

/** {@link share} of the rates of two counters, summed by labels. */
export function rateShare(labels: readonly string[], bad: Counter, all: Counter): string {
  return share(sumBy(labels, rate(...bad)), sumBy(labels, rate(...all)))
}

/** The part of the lookups in a cache that found something, by a label that both counters have. */
export function hits(found: string, asked: string, label: string, matchers: string): string {
  return rateShare([label], [found, matchers], [asked, matchers])
}

/** A counter's name and its matchers. */
export type Counter = readonly [name: string, matchers: string]

function aggregate(operator: string, labels: readonly string[], expression: string): string {
  return labels.length === 0 ? `${operator}(${expression})` : `${operator} by (${labels.join(', ')}) (${expression})`
}
