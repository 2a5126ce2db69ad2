import { selectorsOf } from '@thanos-fleet/promql'
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../metrics/', import.meta.url)

/** What a rule asks for: a metric, and the job that it must come from if the selector names one. */
export interface Use {
  metric: string
  job: string | null
}

/** The metrics that a PromQL expression selects, recorded series included. @throws SyntaxError when it is no PromQL */
export function usesOf(expr: string): Use[] {
  return selectorsOf(expr).flatMap(({ metric, matchers }) =>
    metric === null
      ? []
      : [{ metric, job: matchers.find(({ label, operator }) => label === 'job' && operator === '=')?.value ?? null }],
  )
}

/** The jobs whose metrics are listed. */
export function listedJobs(): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.txt$/, ''))
}

/** The metrics that the targets of a job expose, as read from them or their sources: see metrics/. Empty: none is listed. */
export function metricsOf(job: string): ReadonlySet<string> {
  const lines = listOf(job)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return new Set(
    lines.flatMap((line) => {
      const [name = '', type = ''] = line.split(' ')
      if (type === 'histogram') return [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]
      return type === 'summary' ? [name, `${name}_sum`, `${name}_count`] : [name]
    }),
  )
}

function listOf(job: string): string {
  try {
    return readFileSync(new URL(`${job}.txt`, folder), 'utf8')
  } catch {
    return ''
  }
}
