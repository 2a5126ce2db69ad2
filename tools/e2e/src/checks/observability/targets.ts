import { type ComponentName, connectionsOf, factsOf, isComponent, namespaceOf, podsOf } from '@thanos-fleet/connections'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Figure } from '../../check.ts'
import { json } from '../../cluster/http.ts'
import { nameOf } from '../../cluster/kube.ts'
import type { World } from '../../world.ts'

const targets = z.object({
  data: z.object({
    activeTargets: z.array(
      z.object({
        scrapePool: z.string(),
        scrapeUrl: z.string(),
        health: z.string(),
        lastError: z.string(),
        labels: z.record(z.string(), z.string()),
      }),
    ),
  }),
})
const pools = z.object({ data: z.object({ scrapePools: z.array(z.string()) }) })
const jobs = z.object({ scrape_configs: z.array(z.object({ job_name: z.string() })) })

/** What a Prometheus scrapes: the pods or addresses of each job, with what is wrong about them. */
export interface Scraped {
  /** Names of the jobs that it is configured to have. */
  pools: readonly string[]
  targets: readonly Target[]
}

export interface Target {
  pool: string
  /** The pod, where it is one. */
  pod: string | null
  url: string
  /** Why it is not up; null: it is. */
  problem: string | null
}

/** What must be scraped: for each job, the pods that it must have, or null where any target will do. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string> | null>

/** Every Prometheus scrapes every pod that the table of connections states, and every target is up. @throws CheckFailure */
export async function everyTarget(world: World): Promise<Figure[]> {
  const wanted = await wantedTargets(world)
  const all = []
  for (const pod of await world.podNames('prometheus')) {
    all.push(
      await world.until(`every target of ${pod} is up`, { seconds: 90, every: 3 }, async () => {
        const scraped = await scrapedBy(world, pod)
        const problems = problemsOf(wanted, scraped)
        return problems.length === 0 ? { done: scraped } : { missing: problems.join('; ') }
      }),
    )
  }
  const [first] = all
  return [
    { what: 'targets up', value: all.map(({ targets }) => `${targets.length} of ${targets.length}`).join(', ') },
    { what: 'scrape jobs with a target', value: `${first?.pools.length ?? 0} of ${first?.pools.length ?? 0}` },
  ]
}

/** What is wrong with what a Prometheus scrapes. */
export function problemsOf(wanted: Wanted, { pools: known, targets: found }: Scraped): string[] {
  const byPool = Map.groupBy(found, ({ pool }) => pool)
  const stated = [...wanted].flatMap(([pool, pods]) => {
    const own = byPool.get(pool) ?? []
    const missing = [...(pods ?? [])].filter((pod) => !own.some((target) => target.pod === pod))
    if (own.length === 0) return [`${pool} has no target`]
    return missing.length === 0 ? [] : [`${pool} has no target at ${missing.join(', ')}`]
  })
  const empty = known.filter((pool) => !wanted.has(pool) && !byPool.has(pool)).map((pool) => `${pool} has no target`)
  const down = found.flatMap(({ pool, pod, url, problem }) =>
    problem === null ? [] : [`${pool} ${pod ?? url}: ${problem}`],
  )
  return [...stated, ...empty, ...down]
}

/** Jobs are called as the components they scrape. */
async function wantedTargets(world: World): Promise<Wanted> {
  const scraped = connectionsOf(factsOf(world.spec))
    .filter(({ from, api }) => from === 'prometheus' && api === 'metrics')
    .map(({ to }) => to)
  const pods = await Promise.all(
    scraped.filter(isComponent).map(async (to): Promise<[string, Set<string>]> => [to, await podsWith(world, to)]),
  )
  const extra = scraped.includes('extra-targets')
    ? world.spec.extra.scrapeJobs.flatMap(({ text }) => jobs.parse(parse(text)).scrape_configs)
    : []
  return new Map<string, ReadonlySet<string> | null>([
    ...pods,
    ...extra.map(({ job_name }): [string, null] => [job_name, null]),
  ])
}

/** Pods that have a container of the component, in the namespace of the component. */
async function podsWith(world: World, component: ComponentName): Promise<Set<string>> {
  const namespace = namespaceOf(component, world.namespace)
  const lists = await Promise.all(podsOf(component).map((name) => world.kube.podsOf(namespace, name)))
  const having = lists
    .flat()
    .filter(
      (pod) =>
        pod.metadata?.deletionTimestamp === undefined &&
        (pod.spec?.containers ?? []).some(({ name }) => name === component),
    )
  return new Set(having.map(nameOf))
}

async function scrapedBy(world: World, pod: string): Promise<Scraped> {
  const base = await world.podUrl(pod, 'prometheus')
  const {
    data: { activeTargets },
  } = targets.parse(await json(base, '/api/v1/targets', { params: { state: 'active' } }))
  const {
    data: { scrapePools },
  } = pools.parse(await json(base, '/api/v1/scrape_pools'))
  return {
    pools: scrapePools,
    targets: activeTargets.map(({ scrapePool, scrapeUrl, health, lastError, labels }) => ({
      pool: scrapePool,
      pod: labels['pod'] ?? null,
      url: scrapeUrl,
      problem: health === 'up' ? null : `${health} ${lastError}`.trim(),
    })),
  }
}
