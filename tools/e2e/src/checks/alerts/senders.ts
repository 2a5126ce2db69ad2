import { sumOf } from '@thanos-fleet/exposition'
import { z } from 'zod'
import { json, request } from '../../cluster/http.ts'
import type { World } from '../../world.ts'
import type { AlertId } from './notifications.ts'

export type Sender = 'prometheus' | 'thanos-rule'

const active = z.object({ state: z.string(), labels: z.record(z.string(), z.string()) })
const rules = z.object({
  data: z.object({
    groups: z.array(z.object({ rules: z.array(z.object({ name: z.string(), alerts: z.array(active).default([]) })) })),
  }),
})

/** Raises alerts of the test (any value above 0, see the rules in settings/), or ends them (0). */
export async function setAlert(world: World, name: string, value: number): Promise<void> {
  await json(await world.fixture('target'), '/alert', { method: 'POST', params: { name, value } })
}

/** Gives Alertmanager an alert of the test's own, which ends by itself after a minute. */
export async function notify(world: World, alertname: string): Promise<void> {
  const labels = { alertname, severity: 'info', at: new Date().toISOString() }
  const body = JSON.stringify([{ labels, endsAt: new Date(Date.now() + 60_000).toISOString() }])
  await json(await world.url('alertmanager'), '/api/v2/alerts', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
}

/** Waits until every pod of a sender has the rule. A ConfigMap reaches pods within minutes, see hot-reload. */
export async function ruleLoaded(world: World, sender: Sender, alertname: string): Promise<void> {
  await world.until(`every ${sender} has the rule ${alertname}`, { seconds: 180, every: 2 }, async () => {
    const missing = await podsWithout(world, sender, async (base) => {
      const own = await rulesAt(base, alertname)
      return own.length > 0
    })
    return missing.length === 0 ? { done: undefined } : { missing: `not at ${missing.join(', ')}` }
  })
}

const known: Readonly<Record<Sender, string>> = {
  prometheus: 'prometheus_notifications_alertmanagers_discovered',
  'thanos-rule': 'thanos_rule_alertmanagers_dns_provider_results',
}

/**
 * Waits until every pod of a sender has found every Alertmanager. They look each half a minute, and an alert that begins
 * before is sent with the next round, a minute later.
 */
export async function knowsAlertmanagers(world: World, sender: Sender): Promise<void> {
  const replicas = world.spec.alertmanager?.replicas ?? 0
  await world.until(`every ${sender} knows ${replicas} Alertmanagers`, { seconds: 90, every: 2 }, async () => {
    const missing = await podsWithout(
      world,
      sender,
      async (base) => sumOf((await request(base, '/metrics')).text, known[sender]) === replicas,
    )
    return missing.length === 0 ? { done: undefined } : { missing: `not ${missing.join(', ')}` }
  })
}

/** Waits until the alert fires at every pod of its sender: from then on all of them send it. @returns how many */
export async function firesAtAll(world: World, sender: Sender, { alertname, name }: AlertId): Promise<number> {
  const pods = await world.podNames(sender)
  await world.until(`${alertname} fires at every ${sender}`, { seconds: 60 }, async () => {
    const missing = await podsWithout(world, sender, async (base) => {
      const own = await rulesAt(base, alertname)
      return own.some(({ alerts }) => alerts.some(({ state, labels }) => state === 'firing' && labels['name'] === name))
    })
    return missing.length === 0 ? { done: undefined } : { missing: `not at ${missing.join(', ')}` }
  })
  return pods.length
}

/** The rules of a name with their alerts; Prometheus and Thanos Rule agree on this answer, and not on that of /api/v1/alerts. */
async function rulesAt(base: string, alertname: string) {
  const { data } = rules.parse(await json(base, '/api/v1/rules'))
  return data.groups.flatMap((group) => group.rules).filter(({ name }) => name === alertname)
}

async function podsWithout(world: World, sender: Sender, holds: (base: string) => Promise<boolean>): Promise<string[]> {
  const pods = await world.podNames(sender)
  const found = await Promise.all(
    pods.map(async (pod) => ((await holds(await world.podUrl(pod, sender))) ? [] : [pod])),
  )
  return found.flat()
}
