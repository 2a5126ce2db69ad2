import { type Job, jobs } from '@thanos-fleet/catalog'

export { type Job, jobs }

/** A matcher of a label, as PromQL writes it. */
export type Matcher = `${string}${'=' | '!=' | '=~' | '!~'}"${string}"`

/**
 * A selector of series: `series('up', 'thanos-query')` is `up{job="thanos-query"}`.
 * @param matchers further matchers as PromQL writes them, `code=~"5.."`
 */
export function series(metric: string, job: Job, ...matchers: Matcher[]): string {
  return `${metric}{${[`job="${job}"`, ...matchers].join(', ')}}`
}
