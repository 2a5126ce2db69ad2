import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import type { World } from '../../world.ts'
import type { AlertId } from './notifications.ts'

export type Sender = 'prometheus' | 'thanos-rule'

const alerts = z.object({ data: z.object({ alerts: z.array(z.object({ state: z.string(), labels: z.record(z.string(), z.string()) })) }) })
const rules = z.object({ data: z.object({ groups: z.array(z.object({ rules: z.array(z.object({ name: z.string() })) })) }) })

/** Raises alerts of the test (any value above 0, see the rules in settings/), or ends them (0). */
export async function setAlert(world: World, name: string, value: number): Promise<void> {
  await json(await world.fixture('target'), '/alert', { method: 'POST', params: { name, value } })
}

/** Waits until every pod of a sender has the rule. A ConfigMap reaches pods within minutes, see hot-reload. */
export async function ruleLoaded(world: World, sender: Sender, alertname: string): Promise<void> {
  await world.until(`every ${sender} has the rule ${alertname}`, { seconds: 180, every: 2 }, async () => {
    const missing = await podsWithout(world, sender, async base => {
      const { data } = rules.parse(await json(base, '/api/v1/rules'))
      return data.groups.some(group => group.rules.some(({ name }) => name === alertname))
    })
    return missing.length === 0 ? { done: undefined } : { missing: `not at ${missing.join(', ')}` }
  })
}

/** Waits until the alert fires at every pod of its sender: from then on all of them send it. @returns how many */
export async function firesAtAll(world: World, sender: Sender, { alertname, name }: AlertId): Promise<number> {
  const pods = await world.podNames(sender)
  await world.until(`${alertname} fires at every ${sender}`, { seconds: 60 }, async () => {
    const missing = await podsWithout(world, sender, async base => {
      const { data } = alerts.parse(await json(base, '/api/v1/alerts'))
      return data.alerts.some(({ state, labels }) => state === 'firing' && labels['alertname'] === alertname && labels['name'] === name)
    })
    return missing.length === 0 ? { done: undefined } : { missing: `not at ${missing.join(', ')}` }
  })
  return pods.length
}

async function podsWithout(world: World, sender: Sender, holds: (base: string) => Promise<boolean>): Promise<string[]> {
  const pods = await world.podNames(sender)
  const found = await Promise.all(pods.map(async pod => await holds(await world.podUrl(pod, sender)) ? [] : [pod]))
  return found.flat()
}
