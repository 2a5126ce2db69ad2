import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import type { World } from '../../world.ts'
import type { AlertId } from './notifications.ts'

const silence = z.object({ status: z.object({ state: z.string() }) })
const created = z.object({ silenceID: z.string() })
const alerts = z.array(
  z.object({
    status: z.object({ state: z.string(), silencedBy: z.array(z.string()) }),
    labels: z.record(z.string(), z.string()),
  }),
)

/** Silences an alert for an hour, at one Alertmanager only. @returns the silence's id */
export async function setSilence(world: World, pod: string, id: AlertId): Promise<string> {
  const now = Date.now()
  const body = JSON.stringify({
    matchers: Object.entries(id).map(([name, value]) => ({ name, value, isRegex: false, isEqual: true })),
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
    createdBy: 'e2e',
    comment: 'the end-to-end test',
  })
  const answer = await json(await world.podUrl(pod, 'alertmanager'), '/api/v2/silences', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  return created.parse(answer).silenceID
}

export async function endSilence(world: World, pod: string, silenceId: string): Promise<void> {
  await json(await world.podUrl(pod, 'alertmanager'), `/api/v2/silence/${silenceId}`, { method: 'DELETE' })
}

/** Waits until every Alertmanager holds the silence active. @returns milliseconds that it took */
export async function silenceAtAll(world: World, silenceId: string, when: string): Promise<number> {
  const begun = Date.now()
  return world.until(`every Alertmanager has the silence ${when}`, { seconds: 60, every: 0.5 }, async () => {
    const missing = await podsWithout(
      world,
      async (base) => silence.parse(await json(base, `/api/v2/silence/${silenceId}`)).status.state === 'active',
    )
    return missing.length === 0 ? { done: Date.now() - begun } : { missing: `not at ${missing.join(', ')}` }
  })
}

/** Waits until no Alertmanager has an alert of that name any more: one group with it would be told whenever either changes. */
export async function forgotten(world: World, alertname: string): Promise<void> {
  await world.until(`${alertname} of earlier checks is over`, { seconds: 420, every: 2 }, async () => {
    const missing = await podsWithout(
      world,
      async (base) =>
        alerts.parse(await json(base, '/api/v2/alerts', { params: { filter: `alertname="${alertname}"` } })).length ===
        0,
    )
    return missing.length === 0 ? { done: undefined } : { missing: `still at ${missing.join(', ')}` }
  })
}

/**
 * Waits until every Alertmanager has the alert: silenced, or to be told of. Prometheus and Rule send an alert again after
 * a minute (--rules.alert.resend-delay), and look up new addresses of Alertmanagers each half a minute.
 * @returns milliseconds that it took
 */
export async function alertAtAll(world: World, { alertname, name }: AlertId, silenced: string | null): Promise<number> {
  const begun = Date.now()
  return world.until(
    `every Alertmanager has ${alertname}${silenced === null ? '' : ', silenced'}`,
    { seconds: 240 },
    async () => {
      const missing = await podsWithout(world, async (base) => {
        const all = alerts.parse(
          await json(base, '/api/v2/alerts', { params: { filter: [`alertname="${alertname}"`, `name="${name}"`] } }),
        )
        return (
          all.length === 1 &&
          all.every(({ status }) =>
            silenced === null
              ? status.state === 'active'
              : status.state === 'suppressed' && status.silencedBy.includes(silenced),
          )
        )
      })
      return missing.length === 0 ? { done: Date.now() - begun } : { missing: `not at ${missing.join(', ')}` }
    },
  )
}

async function podsWithout(world: World, holds: (base: string) => Promise<boolean>): Promise<string[]> {
  const pods = await world.podNames('alertmanager')
  const found = await Promise.all(
    pods.map(async (pod) => ((await holds(await world.podUrl(pod, 'alertmanager')).catch(() => false)) ? [] : [pod])),
  )
  return found.flat()
}
