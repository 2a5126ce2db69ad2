import { type Job, jobs } from '@thanos-fleet/catalog'

export { type Job, jobs }

/** A PromQL label matcher. */
export type Matcher = `${string}${'=' | '!=' | '=~' | '!~'}"${string}"`

/** The matchers of series that have all of these labels. */
export function labelled(labels: Readonly<Record<string, string>>): Matcher[] {
  return Object.entries(labels).map(([name, value]): Matcher => `${name}="${value.replace(/["\\]/g, '\\$&')}"`)
}

/**
 * A series selector: `series('up', 'thanos-query')` is `up{job="thanos-query"}`.
 * @param matchers further PromQL label matchers, `code=~"5.."`
 */
export function series(metric: string, job: Job, ...matchers: Matcher[]): string {
  return `${metric}{${[`job="${job}"`, ...matchers].join(', ')}}`
}
