import { components, portOf } from '@thanos-fleet/connections'
import { z } from 'zod'
import { sumOf } from '@thanos-fleet/exposition'
import type { Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { json, request } from '../cluster/http.ts'
import { apply } from '../servers/install.ts'
import { admission } from '../servers/admission.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { sumOverPods } from '../harness/metrics.ts'
import { nudge } from '../harness/nudge.ts'
import type { Traffic } from '../harness/traffic.ts'

const tenant = 'e2e-flood'
/** What the tenant may send: series in a request, and active series. */
const limits = { requestSeries: 200, headSeries: 3000 }
const policyName = 'e2e-flood'

export const fault: Fault = {
  name: 'flood',
  title: 'A tenant sends more than it may, for a minute',
  modes: ['receive-mode'],
  promise: {
    continues: 'Everything of other tenants.',
    pauses:
      'What the tenant sends beyond its limits is refused: requests that are too large at once (413), new series once their number is known (429), which takes a scrape and 15 s.',
    lostSamples: 0,
    failedQueries: 0,
  },
  where: withLimits,
  async run(world, traffic) {
    const large = await flooded(world, traffic, {
      series: 2 * limits.requestSeries,
      requestsPerSecond: 10,
      seconds: 15,
    })
    expect(
      onlyStatus(large.statuses, '413'),
      `requests that are too large were answered with ${JSON.stringify(large.statuses)}`,
    )
    const many = await flooded(world, traffic, { series: 100, requestsPerSecond: 4, seconds: 75 })
    expect(
      (many.statuses['429'] ?? 0) > 0,
      `new series were answered with ${JSON.stringify(many.statuses)}: ${many.refusal}`,
    )
    return [
      { what: 'requests that are too large', value: text(large.statuses), promised: 'HTTP 413' },
      { what: 'requests with new series', value: text(many.statuses), promised: 'HTTP 429 once the limit is reached' },
      ...(await headSeries(world)),
    ]
  },
}

/** The tenant's limits come by pull request, and the pod that floods is let in by a policy of the test. */
async function withLimits<Value>(world: World, run: () => Promise<Value>): Promise<Value> {
  const before = world.workspace.text
  try {
    await world.change({ receive: { limits: { tenants: { [tenant]: limits } } } })
    const to = { component: 'thanos-receive-router', port: 'remote-write' } as const
    await apply(world.kubectl, [admission({ name: policyName, namespace: world.namespace, server: 'flood', ...to })])
    await world.ready(180)
    await world.until('routers know the limits', { seconds: 150 }, async () => {
      await nudge(world, ['thanos-receive-router'])
      const known = await sumOverPods(world, 'thanos-receive-router', 'thanos_receive_head_series_limit', { tenant })
      const routers = (await world.podNames('thanos-receive-router')).length
      return known === routers * limits.headSeries
        ? { done: undefined }
        : { missing: `the sum of their limits is ${known}` }
    })
    return await run()
  } finally {
    await world.kubectl.ok(['delete', 'networkpolicy', policyName, '-n', world.namespace, '--ignore-not-found'])
    await world.synchronise(world.workspace.set(before))
  }
}

const results = z.object({ running: z.boolean(), statuses: z.record(z.string(), z.number()), refusal: z.string() })

interface Flood {
  series: number
  requestsPerSecond: number
  seconds: number
}

async function flooded(world: World, traffic: Traffic, flood: Flood) {
  const { service } = components['thanos-receive-router']
  const url = `http://${service}.${world.namespace}.svc:${portOf('thanos-receive-router', 'remote-write')}/api/v1/receive`
  const base = await world.fixture('flood')
  traffic.note(`${tenant} sends ${flood.requestsPerSecond} requests a second of ${flood.series} new series each`)
  await json(base, '/start', {
    method: 'POST',
    body: JSON.stringify({ url, headers: { 'THANOS-TENANT': tenant }, ...flood }),
  })
  return world.until('the flood is over', { seconds: flood.seconds + 30 }, async () => {
    const found = results.parse(await json(base, '/results'))
    return found.running ? { missing: JSON.stringify(found) } : { done: found }
  })
}

/** How many series the tenant got into the heads of the ingestors, each counted once, as the limit counts them. */
async function headSeries(world: World): Promise<Figure[]> {
  const pods = await world.podNames('thanos-receive-ingestor')
  const counts = await Promise.all(
    pods.map(async (pod) => {
      const { text } = await request(await world.podUrl(pod, 'thanos-receive-ingestor'), '/metrics')
      return sumOf(text, 'prometheus_tsdb_head_series', { tenant })
    }),
  )
  const series = Math.round(counts.reduce((sum, count) => sum + count, 0) / world.spec.receive.replicationFactor)
  return [{ what: 'active series of the tenant', value: `${series}, with a limit of ${limits.headSeries}` }]
}

function onlyStatus(statuses: Readonly<Record<string, number>>, wanted: string): boolean {
  return (statuses[wanted] ?? 0) > 0 && Object.keys(statuses).every((status) => status === wanted)
}

function text(statuses: Readonly<Record<string, number>>): string {
  return Object.entries(statuses)
    .map(([status, count]) => `${count} × HTTP ${status}`)
    .join(', ')
}
