import { components, portOf } from '@thanos-fleet/connections'
import { z } from 'zod'
import { json } from '../cluster/http.ts'
import { apply } from '../servers/install.ts'
import { admission } from '../servers/admission.ts'
import type { World } from '../world.ts'
import type { Span } from './losses.ts'

/** Milliseconds between two queries. */
export const everyMs = 1000
/** Milliseconds after which people have given up. Query waits 20 s for each server that has just vanished, see `calm`. */
export const timeoutMs = 60_000

const policyName = 'e2e-reader'

/** How the reader finds Query Frontend: by the name of its Service, as Grafana does, or by its address. */
export type Way = 'by name' | 'by address'

/** An instant query whose value is known. */
export interface Question {
  expression: string
  value: number
}

const answers = z.array(
  z.object({
    time: z.number(),
    ok: z.boolean(),
    error: z.string().optional(),
    series: z.number().optional(),
    value: z.number().optional(),
    ms: z.number(),
    /** It says of itself that something may be missing; its value tells whether something is. */
    partial: z.boolean().default(false),
  }),
)

/** One query of the reader. Times in milliseconds. */
export type Answer = z.infer<typeof answers>[number]

/**
 * Starts a reader inside the cluster, as Grafana is one: it asks Query Frontend by its Service, once a second, and
 * like Grafana it takes an answer although some server did not answer: copies make it complete, which its value shows.
 * The stack's policies let only Grafana and the ingress in, so the test adds a policy of its own for its pod.
 */
export async function startReader(world: World, { expression }: Question, asks: Way): Promise<void> {
  const { namespace } = world
  const { service } = components['thanos-query-frontend']
  const port = portOf('thanos-query-frontend', 'http')
  const to = { component: 'thanos-query-frontend', port: 'http' } as const
  await apply(world.kubectl, [admission({ name: policyName, namespace, server: 'query', ...to })])
  const host = asks === 'by address' ? await addressOf(world, service) : `${service}.${namespace}.svc`
  const url = `http://${host}:${port}/api/v1/query`
  await json(await world.fixture('query'), '/start', {
    method: 'POST',
    body: JSON.stringify({ url, everyMs, timeoutMs, expr: expression, partialResponse: true }),
  })
}

/** The address of a Service, which stays while it exists. @throws Error when it has none */
async function addressOf({ kube, namespace }: World, name: string): Promise<string> {
  const { spec } = await kube.core.readNamespacedService({ name, namespace })
  if (spec?.clusterIP === undefined || spec.clusterIP === 'None') throw new Error(`Service ${name} has no address`)
  return spec.clusterIP.includes(':') ? `[${spec.clusterIP}]` : spec.clusterIP
}

export async function stopReader(world: World): Promise<void> {
  await json(await world.fixture('query'), '/stop', { method: 'POST' })
  await world.kubectl.ok(['delete', 'networkpolicy', policyName, '-n', world.namespace, '--ignore-not-found'])
}

/** All queries that began in the span and have ended. @param from Unix milliseconds */
export async function answersSince(world: World, from: number): Promise<Answer[]> {
  return answers.parse(await json(await world.fixture('query'), '/results', { params: { since: Math.floor(from) } }))
}

/**
 * How many queries have begun within a span and are not answered, as gaps between those that are tell.
 * @param times when the answered ones began
 */
export function unanswered(times: readonly number[], { from, to }: Span): number {
  const known = [from, ...times.filter((time) => time >= from && time < to).toSorted((a, b) => a - b), to]
  return known
    .slice(1)
    .reduce((sum, time, index) => sum + Math.max(0, Math.round((time - (known[index] ?? time)) / everyMs) - 1), 0)
}
