import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import type { World } from '../../world.ts'

const notifications = z.array(
  z.object({
    /** When it arrived, in Unix milliseconds. */
    time: z.number(),
    receiver: z.string(),
    alerts: z.array(z.object({ status: z.enum(['firing', 'resolved']), labels: z.record(z.string(), z.string()) })),
  }),
)

/** A message of Alertmanager, as the webhook receiver of the test got it. */
export type Notification = z.infer<typeof notifications>[number]

/** An alert of the test, by its rule and the name that the test gave it. */
export interface AlertId {
  alertname: string
  name: string
}

/** What the receiver got. @param since Unix milliseconds */
export async function received(world: World, since: number): Promise<Notification[]> {
  return notifications.parse(await json(await world.fixture('webhook'), '/received', { params: { since } }))
}

/** When someone was told that the alert fires, in Unix milliseconds, in the order of time. */
export function firings(all: readonly Notification[], { alertname, name }: AlertId): number[] {
  return all
    .filter(({ alerts }) =>
      alerts.some(
        ({ status, labels }) => status === 'firing' && labels['alertname'] === alertname && labels['name'] === name,
      ),
    )
    .map(({ time }) => time)
    .toSorted((a, b) => a - b)
}

/** Labels by which the alert of two senders would be two alerts. */
export function replicaLabelsIn(all: readonly Notification[], { alertname, name }: AlertId): string[] {
  const own = all
    .flatMap(({ alerts }) => alerts)
    .filter(({ labels }) => labels['alertname'] === alertname && labels['name'] === name)
  return [...new Set(own.flatMap(({ labels }) => Object.keys(labels)).filter((label) => label.endsWith('_replica')))]
}
