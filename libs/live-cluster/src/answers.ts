import { z } from 'zod'

/** The parts of answers that are read. What is not as described here is a failure of the measurement, not a figure. */

const labels = z.record(z.string(), z.string())

const runtimeConfiguration = z.object({
  global: z.object({ external_labels: labels.default({}) }).default({ external_labels: {} }),
  remote_write: z.array(z.object({ name: z.string().optional() })).default([]),
})

const endpoint = z.object({
  name: z.string(),
  lastError: z.unknown(),
  labelSets: z.array(labels).nullable().default([]),
})

export type Endpoint = z.output<typeof endpoint>

const pair = z.tuple([z.number(), z.string()])

export const answers = {
  /** `/api/v1/status/config` of Prometheus, whose configuration is YAML in JSON. */
  configuration: z.object({ data: z.object({ yaml: z.string() }) }),
  runtimeConfiguration,
  /** `/api/v1/status/flags` */
  flags: z.object({ data: z.record(z.string(), z.string()) }),
  /** `/api/v1/stores` of Query, by the type of the server. */
  stores: z.object({ data: z.record(z.string(), z.array(endpoint)) }),
  /** `/api/v1/blocks` of Store. */
  blocks: z.object({
    data: z.object({
      blocks: z
        .array(z.object({ ulid: z.string(), minTime: z.number(), maxTime: z.number(), thanos: z.object({ labels }) }))
        .nullable(),
      err: z.unknown(),
    }),
  }),
  vector: z.object({
    data: z.object({ resultType: z.literal('vector'), result: z.array(z.object({ metric: labels, value: pair })) }),
  }),
  matrix: z.object({
    data: z.object({
      resultType: z.literal('matrix'),
      result: z.array(z.object({ metric: labels, values: z.array(pair) })),
    }),
  }),
}

/** The text of a page as what it should be. @throws Error that says what is wrong with it */
export function understood<Output>(schema: z.ZodType<Output>, text: string): Output {
  const value: unknown = JSON.parse(text)
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Error(`an answer that is not understood: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
