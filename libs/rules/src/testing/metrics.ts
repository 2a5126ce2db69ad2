import { readFileSync } from 'node:fs'

/** What a rule asks for: a metric, and the job that it must come from if the selector names one. */
export interface Use {
  metric: string
  job: string | null
}

/**
 * The metrics that a PromQL expression selects, recorded series included. Expressions here always give a selector to
 * what they select, or are names of recorded series, which have colons.
 */
export function usesOf(expr: string): Use[] {
  const selectors = [...expr.matchAll(/(?<![\w:])([a-zA-Z_]\w*)\{([^}]*)\}/g)].map(([, metric = '', matchers = '']): Use => (
    { metric, job: /(?:^|[,\s])job="([^"]+)"/.exec(matchers)?.[1] ?? null }))
  const recorded = [...expr.matchAll(/\w+:\w+:\w+/g)].map(([metric]): Use => ({ metric, job: null }))
  return [...selectors, ...recorded]
}

/** The metrics that the targets of a job expose, as read from them or their sources: see metrics/. Empty: none is listed. */
export function metricsOf(job: string): ReadonlySet<string> {
  const lines = listOf(job).split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return new Set(lines.flatMap(line => {
    const [name = '', type = ''] = line.split(' ')
    if (type === 'histogram') return [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]
    return type === 'summary' ? [name, `${name}_sum`, `${name}_count`] : [name]
  }))
}

function listOf(job: string): string {
  try {
    return readFileSync(new URL(`../../metrics/${job}.txt`, import.meta.url), 'utf8')
  } catch {
    return ''
  }
}
