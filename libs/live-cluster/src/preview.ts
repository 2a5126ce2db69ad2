import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { replicaLabels } from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import { seconds } from '@thanos-fleet/kubernetes'
import type { Preview } from '@thanos-fleet/migration'
import { answers, understood } from './answers.ts'
import type { ClusterReader } from './reader.ts'
import { samples } from './selectors.ts'

const mostSpans = 1000

/** A time and a place for a preview. */
export interface PreviewOf {
  query: string
  /** Unix milliseconds: before that, the side that shall no longer be read has nothing. */
  from: number
  now: number
  /** Addresses of the StoreAPIs that would still be read, as Query names them. */
  kept: readonly string[]
}

/** Asks Query what it would have if it read only some of its StoreAPIs, span by span, and compares with what it has. */
export async function preview(
  reader: ClusterReader,
  spec: ClusterSpec,
  { query, from, now, kept }: PreviewOf,
): Promise<Preview> {
  const interval = seconds(spec.prometheus.scrapeInterval)
  // What was scraped just now may still be on its way to Receive.
  const end = Math.floor(now / 1000) - Math.max(60, 4 * interval)
  const begin = Math.ceil(from / 1000)
  const spanSeconds = Math.max(4 * Math.ceil(interval), Math.ceil((end - begin) / mostSpans))
  const range = { start: begin + spanSeconds, end, spanSeconds }
  if (range.start > end) return { spanSeconds, from, to: end * 1000, missing: [], samples: 0 }
  const [has, would] = await Promise.all([ask(reader, spec, query, range), ask(reader, spec, query, range, kept)])
  const missing = [...has].flatMap(([key, count]) => {
    const left = would.get(key) ?? 0
    const [replica = '', time = ''] = key.split(' ')
    return left < count ? [{ replica, end: Number(time) * 1000, has: count, would: left }] : []
  })
  const sum = [...has.values()].reduce((total, count) => total + count, 0)
  return {
    spanSeconds,
    from,
    to: end * 1000,
    missing: missing.toSorted((one, other) => one.end - other.end),
    samples: sum,
  }
}

interface Range {
  /** Unix seconds. */
  start: number
  end: number
  spanSeconds: number
}

/** Numbers of samples by replica and end of the span, `prometheus-0 1795394164`. */
async function ask(
  reader: ClusterReader,
  spec: ClusterSpec,
  query: string,
  range: Range,
  kept?: readonly string[],
): Promise<Map<string, number>> {
  const text = await reader.get(query, port('thanos-query', 'http'), '/api/v1/query_range', {
    query: samples(spec, range.spanSeconds),
    start: String(range.start),
    end: String(range.end),
    step: String(range.spanSeconds),
    // Copies are told apart and samples are counted as they were scraped; a StoreAPI that fails is an error.
    dedup: 'false',
    max_source_resolution: '0s',
    partial_response: 'false',
    ...(kept === undefined ? {} : { 'storeMatch[]': `{__address__=~"${kept.map(literal).join('|')}"}` }),
  })
  const { result } = understood(answers.matrix, text).data
  return new Map(
    result.flatMap(({ metric, values }) =>
      values.map(([time, value]): [string, number] => [
        `${metric[replicaLabels.prometheus] ?? ''} ${time}`,
        Number(value),
      ]),
    ),
  )
}

/** A text that stands for itself, in a regular expression that stands in quotes. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\\\$&')
}
