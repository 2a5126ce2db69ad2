import { sumOf } from '@thanos-fleet/exposition'
import type { Check, Figure } from '../check.ts'
import { request } from '../cluster/http.ts'
import { expect } from '../failure.ts'
import { admitted, remoteWrite } from '../harness/remote-write.ts'
import { ingestorPods, ringOf } from '../workspace/rings.ts'
import type { World } from '../world.ts'

/** A tenant of the first ring, by its pattern, with limits of its own. See settings/everything.yaml. */
const tenant = 'shop-flood'
const series = 100
const requestSeries = 200
const name = 'e2e_tenant'

export const check: Check = {
  name: 'tenants',
  title:
    'What a tenant writes is stored by the ingestors of its hashring in every zone, and by no other; its limits are its own.',
  modes: ['everything'],
  beside: true,
  counterProof: {
    mode: 'everything',
    breaks: 'routers know one hashring only',
    patch: 'tenants.yaml',
    fails: /ingestors of its ring/,
  },
  run: (world) =>
    admitted(world, 'e2e-tenants', async () => {
      // As old as nobody can have cached.
      const time = Date.now()
      const wrote = await world.until('routers take what the tenant writes', { seconds: 60 }, async () => {
        const answer = await remoteWrite(world, { name, tenant, series, times: [time] })
        return answer.status === 200 ? { done: answer } : { missing: `HTTP ${answer.status}: ${answer.text}` }
      })
      const heads = await storedBy(world)
      const answered = await answeredSeries(world, time)
      const refused = await remoteWrite(world, { name, tenant, series: requestSeries + 1, times: [time + 1] })
      expect(refused.status === 413, `a request of ${requestSeries + 1} series is answered with HTTP ${refused.status}`)
      return [
        { what: `HTTP status of ${series} series of ${tenant}`, value: String(wrote.status), promised: '200' },
        ...heads,
        ...answered,
        { what: `HTTP status of ${requestSeries + 1} series at once`, value: '413', promised: '413' },
      ]
    }),
}

/** Each zone's ingestor of the tenant's ring has a copy, the other ring has none. */
async function storedBy(world: World): Promise<Figure[]> {
  const { receive } = world.spec
  const own = ringOf(receive, tenant)
  const counts = await Promise.all(
    ingestorPods(receive).map(async (pod) => {
      const { text } = await request(await world.podUrl(pod.name, 'thanos-receive-ingestor'), '/metrics')
      return { ...pod, count: sumOf(text, 'prometheus_tsdb_head_series', { tenant }) }
    }),
  )
  const wrong = counts.filter(({ ring, count }) => (ring === own) !== count > 0)
  const text = counts.map((one) => `${one.name} ${one.count}`).join(', ')
  expect(wrong.length === 0, `series of ${tenant} are not at all ingestors of its ring ${own} alone: ${text}`)
  const sum = counts.reduce((total, { count }) => total + count, 0)
  return [
    { what: `copies of ${series} series at ingestors of the ring ${own}`, value: String(sum) },
    {
      what: 'copies at ingestors of other rings',
      value: '0',
      promised: '0',
    },
  ]
}

async function answeredSeries(world: World, time: number): Promise<Figure[]> {
  const expression = `count(${name}{tenant_id="${tenant}"})`
  const count = await world.until('Query answers with the tenant', { seconds: 30 }, async () => {
    const [found] = (await world.query(expression, { time: time + 1000 })).series
    const value = found?.samples[0]?.value ?? 0
    return value === series ? { done: value } : { missing: `${value} series` }
  })
  return [{ what: 'series with tenant_id in answers', value: String(count), promised: String(series) }]
}
