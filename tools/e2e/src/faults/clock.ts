import type { Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { json } from '../cluster/http.ts'
import { single } from '../cluster/prom-api.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { sumOverPods } from '../harness/metrics.ts'
import type { Traffic } from '../harness/traffic.ts'

/** Seconds: how far it is off, and for how long, in each direction. */
const [offset, length] = [3600, 30]

export const fault: Fault = {
  name: 'clock',
  title:
    'The clock of a scrape target that gives its own timestamps is an hour ahead, then an hour behind, for half a minute each',
  modes: ['receive-mode'],
  promise: {
    continues:
      'Everything of all other targets. The target itself is right again with the first scrape after its clock is.',
    pauses:
      'The series of this target: Prometheus refuses samples that are more than 10 min ahead, or older than what it has.',
    // Two times 30 s of slots of 5 s, and one at each end.
    lostSamples: 16,
    failedQueries: 0,
  },
  question: ({ spec }) => ({ expression: 'sum(up{job="prometheus"})', value: spec.prometheus.replicas }),
  async run(world, traffic) {
    try {
      return [...(await off(world, traffic, offset)), ...(await off(world, traffic, -offset))]
    } finally {
      await setClock(world, 0)
    }
  },
}

async function off(world: World, traffic: Traffic, seconds: number): Promise<Figure[]> {
  const refused = await refusals(world)
  await setClock(world, seconds)
  traffic.note(`the target's clock is off by ${seconds} s`)
  try {
    await last(length)
  } finally {
    await setClock(world, 0)
    traffic.note("the target's clock is right")
  }
  const begun = Date.now()
  await world.until("the target's series are right", { seconds: 60 }, async () => {
    const { series } = await world.query('sum(e2e_constant)')
    const value = series[0]?.samples.at(-1)?.value ?? 0
    return value === 100 ? { done: undefined } : { missing: `their sum is ${value}` }
  })
  const now = await refusals(world)
  const [ahead, behind] = [now.ahead - refused.ahead, now.behind - refused.behind]
  const word = seconds > 0 ? 'ahead' : 'behind'
  expect(ahead + behind > 0, `Prometheus refused no sample of a target whose clock is an hour ${word}`)
  const down = await othersDown(world)
  expect(down === 0, `${down} other targets are down`)
  return [
    { what: `an hour ${word}`, value: `${ahead} samples refused as out of bounds, ${behind} as out of order` },
    { what: `right again after an hour ${word}`, value: `${((Date.now() - begun) / 1000).toFixed(0)} s` },
  ]
}

async function setClock(world: World, seconds: number): Promise<void> {
  await json(await world.fixture('target'), '/clock', { method: 'POST', params: { offset: seconds } })
}

/** Samples that Prometheus has refused so far: as out of bounds, and as out of order. */
async function refusals(world: World): Promise<{ ahead: number; behind: number }> {
  return {
    ahead: await sumOverPods(world, 'prometheus', 'prometheus_target_scrapes_sample_out_of_bounds_total'),
    behind: await sumOverPods(world, 'prometheus', 'prometheus_target_scrapes_sample_out_of_order_total'),
  }
}

async function othersDown(world: World): Promise<number> {
  return single(await world.query('count(up{job!="e2e-target"} == 0) or vector(0)'))
}
