import type { ComponentName } from '@thanos-fleet/connections'
import { sumOf } from '@thanos-fleet/exposition'
import { z } from 'zod'
import { json, request } from '../../cluster/http.ts'
import { messageOf } from '../../cluster/until.ts'
import { query } from '../../cluster/prom-api.ts'
import type { World } from '../../world.ts'
import { ingestorPods } from '../../workspace/rings.ts'
import { addedIngestors, type Names } from './edits.ts'

/** Something that was changed, and how a pod shows that it has taken it. */
export interface Effect {
  what: string
  component: ComponentName
  /** @param base the pod's address */
  taken: (base: string) => Promise<boolean>
}

const targets = z.object({
  data: z.object({ activeTargets: z.array(z.object({ scrapePool: z.string(), health: z.string() })) }),
})
const rules = z.object({
  data: z.object({ groups: z.array(z.object({ rules: z.array(z.object({ name: z.string(), health: z.string() })) })) }),
})
const stores = z.object({
  data: z.record(z.string(), z.array(z.object({ name: z.string(), lastError: z.unknown() })).nullable()),
})
const status = z.object({ config: z.object({ original: z.string() }) })

/**
 * @param groupInterval that of Alertmanager, after the change
 * @param endpoint of Query, after the change
 */
export function effectsOf({ mode, spec }: World, names: Names, groupInterval: string, endpoint: string): Effect[] {
  const ingestors = ingestorPods(spec.receive).length + addedIngestors(spec)
  return [
    {
      what: 'a rule of Prometheus',
      component: 'prometheus',
      taken: async (base) => (await query(base, names.recording)).series.length > 0,
    },
    {
      what: 'a scrape job',
      component: 'prometheus',
      taken: async (base) =>
        targets
          .parse(await json(base, '/api/v1/targets', { params: { state: 'active', scrapePool: names.job } }))
          .data.activeTargets.some(({ scrapePool, health }) => scrapePool === names.job && health === 'up'),
    },
    ...(spec.rule === null
      ? []
      : [
          {
            what: 'a rule of Rule',
            component: 'thanos-rule',
            taken: async (base: string) =>
              rules
                .parse(await json(base, '/api/v1/rules'))
                .data.groups.some((group) =>
                  group.rules.some(({ name, health }) => name === names.globalRecording && health === 'ok'),
                ),
          } as const,
        ]),
    {
      what: 'the endpoints of Query',
      component: 'thanos-query',
      taken: async (base) =>
        Object.values(stores.parse(await json(base, '/api/v1/stores')).data).some(
          (servers) => servers?.some(({ name, lastError }) => name === endpoint && lastError === null) ?? false,
        ),
    },
    {
      what: 'the configuration of Alertmanager',
      component: 'alertmanager',
      taken: async (base) =>
        status.parse(await json(base, '/api/v2/status')).config.original.includes(`group_interval: ${groupInterval}`),
    },
    ...(mode !== 'receive-mode'
      ? []
      : [
          {
            what: 'the hashring of Receive',
            component: 'thanos-receive-router',
            taken: async (base: string) => ringSize((await request(base, '/metrics')).text) === ingestors,
          } as const,
        ]),
  ]
}

/** Ingestors that a router knows, of all hashrings. */
export function ringSize(metrics: string): number {
  return sumOf(metrics, 'thanos_receive_hashring_nodes')
}

/**
 * Waits until every pod has taken every change.
 * @param within seconds
 * @returns milliseconds until the last pod had it, by effect
 * @throws CheckFailure with the effects and pods that are missing
 */
export async function measured(world: World, effects: readonly Effect[], within: number): Promise<Map<Effect, number>> {
  const begun = Date.now()
  const found = new Map<Effect, number>()
  return world.until('every change is in effect', { seconds: within / world.patience, every: 2 }, async () => {
    const missing: string[] = []
    for (const effect of effects.filter((one) => !found.has(one))) {
      const pods = await podsWithout(world, effect)
      if (pods.length === 0) found.set(effect, Date.now() - begun)
      else missing.push(`${effect.what} not at ${pods.join(', ')}`)
    }
    return missing.length === 0 ? { done: found } : { missing: missing.join('; ') }
  })
}

async function podsWithout(world: World, { component, taken }: Effect): Promise<string[]> {
  const pods = await world.podNames(component)
  const all = await Promise.all(
    pods.map(async (pod) => {
      const problem = await world
        .podUrl(pod, component)
        .then(taken)
        .then(
          (is) => (is ? null : ''),
          (error: unknown) => ` (${messageOf(error)})`,
        )
      return problem === null ? [] : [pod + problem]
    }),
  )
  return all.flat()
}
