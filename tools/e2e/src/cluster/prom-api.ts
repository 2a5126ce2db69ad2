import { z } from 'zod'
import { json, type RequestSettings } from './http.ts'

export type Labels = Record<string, string>
export interface Sample {
  /** Milliseconds. */ time: number
  value: number
}
export interface Series {
  labels: Labels
  samples: Sample[]
}
export interface QueryAnswer {
  series: Series[]
  warnings: string[]
}

const pair = z.tuple([z.number(), z.string()])
const labels = z.record(z.string(), z.string())
const answer = z.object({
  status: z.literal('success'),
  data: z.discriminatedUnion('resultType', [
    z.object({
      resultType: z.literal('vector'),
      result: z.array(z.object({ metric: labels, value: pair.optional(), histogram: z.unknown().optional() })),
    }),
    z.object({
      resultType: z.literal('matrix'),
      result: z.array(
        z.object({ metric: labels, values: z.array(pair).default([]), histograms: z.unknown().optional() }),
      ),
    }),
    z.object({ resultType: z.literal('scalar'), result: pair }),
    z.object({ resultType: z.literal('string'), result: pair }),
  ]),
  warnings: z.array(z.string()).default([]),
})

export interface QueryOptions extends RequestSettings {
  /** Unix milliseconds; default now. */
  time?: number
  /** Refuse partial answers; default true, since an answer without some store must never pass for complete. */
  strict?: boolean
  /** Further parameters, such as `dedup`, `max_source_resolution`, `storeMatch[]`. */
  with?: Record<string, string | string[]>
}

/** An instant query at any server that speaks Prometheus' HTTP API. An expression such as `x[5m]` gives raw samples. */
export async function query(base: string, expression: string, options: QueryOptions = {}): Promise<QueryAnswer> {
  const { time, strict = true, with: further = {}, ...settings } = options
  const params = {
    query: expression,
    partial_response: String(!strict),
    ...(time === undefined ? {} : { time: time / 1000 }),
    ...further,
  }
  return read(await json(base, '/api/v1/query', { ...settings, params }))
}

/** A range query; times in Unix milliseconds, step in seconds. */
export async function queryRange(
  base: string,
  expression: string,
  start: number,
  end: number,
  step: number,
  options: QueryOptions = {},
): Promise<QueryAnswer> {
  const { strict = true, with: further = {}, ...settings } = options
  const params = {
    query: expression,
    start: start / 1000,
    end: end / 1000,
    step,
    partial_response: String(!strict),
    ...further,
  }
  return read(await json(base, '/api/v1/query_range', { ...settings, params }))
}

/** The value of an answer that must be one series with one sample. @throws Error when it is not */
export function single(answer: QueryAnswer): number {
  const [series, ...others] = answer.series
  const sample = series?.samples.at(-1)
  if (sample === undefined || others.length > 0) throw new Error(`${answer.series.length} series instead of one`)
  return sample.value
}

function read(body: unknown): QueryAnswer {
  const { data, warnings } = answer.parse(body)
  return { series: seriesOf(data), warnings }
}

function seriesOf(data: z.infer<typeof answer>['data']): Series[] {
  switch (data.resultType) {
    case 'vector':
      return data.result.map(({ metric, value }) => ({
        labels: metric,
        samples: value === undefined ? [] : [sampleOf(value)],
      }))
    case 'matrix':
      return data.result.map(({ metric, values }) => ({ labels: metric, samples: values.map(sampleOf) }))
    case 'scalar':
    case 'string':
      return [{ labels: {}, samples: [sampleOf(data.result)] }]
  }
}

/** Prometheus writes infinities as `+Inf` and `-Inf`. */
function sampleOf([seconds, text]: [number, string]): Sample {
  return { time: Math.round(seconds * 1000), value: Number(text.replace('Inf', 'Infinity')) }
}
