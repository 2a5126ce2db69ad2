import { seconds } from '@thanos-fleet/kubernetes'
import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import type { World } from '../../world.ts'
import { alertAtAll, forgotten } from './alertmanagers.ts'
import { type AlertId, firings, received, replicaLabelsIn } from './notifications.ts'
import { raise, type Scene } from './scene.ts'
import { firesAtAll } from './senders.ts'

/** Seconds that an Alertmanager leaves to those before it, for each of them: the default of --cluster.peer-timeout. */
const peerTimeout = 15
/** Seconds from the cause to the message: a scrape, an evaluation and the group's wait of 5 s each, twice over. */
export const promised = 30

/** Every replica sends an alert to every Alertmanager, and someone is told once. @throws CheckFailure */
export async function toldOnce(world: World, scene: Scene): Promise<Figure[]> {
  for (const { alert } of scene.told) await forgotten(world, alert.alertname)
  const raised = Date.now()
  for (const one of scene.told) await raise(world, scene, one)
  const figures: Figure[] = []
  for (const { sender, alert } of scene.told) {
    const count = await firesAtAll(world, sender, alert)
    await alertAtAll(world, alert, null)
    const told = await toldOf(world, scene.since, alert, promised)
    expect(
      told - raised <= promised * 1000,
      `${alert.alertname} was told ${((told - raised) / 1000).toFixed(1)} s after its cause, promised ${promised} s`,
    )
    figures.push(
      {
        what: `senders of ${alert.alertname}`,
        value: `${count} × ${sender}, to ${world.spec.alertmanager?.replicas ?? 0} × alertmanager`,
      },
      {
        what: `from cause to message, ${alert.alertname}`,
        value: `${((told - raised) / 1000).toFixed(1)} s`,
        promised: `${promised} s`,
      },
    )
  }
  await expectOnce(world, scene, 'in two group intervals')
  return figures
}

/** Waits for the first message about an alert. @returns its time */
export async function toldOf(world: World, since: number, alert: AlertId, within: number): Promise<number> {
  return world.until(`someone is told of ${alert.alertname}`, { seconds: within / world.patience }, async () => {
    const [first] = firings(await received(world, since), alert)
    return first === undefined ? { missing: 'no message' } : { done: first }
  })
}

/** Seconds in which a second message would come: two group intervals, after the last Alertmanager's turn. */
export function turns({ spec: { alertmanager } }: World): number {
  if (alertmanager === null) return 0
  return (
    seconds(alertmanager.groupWait) +
    2 * seconds(alertmanager.groupInterval) +
    (alertmanager.replicas - 1) * peerTimeout
  )
}

/** Lets the time pass in which a message would come that should not. @throws CheckFailure when one comes */
export async function expectOnce(world: World, { since, told, silenced }: Scene, when: string): Promise<void> {
  const end = Date.now() + turns(world) * 1000
  const all = await world.until(
    'the time of a second message has passed',
    { seconds: (2 * turns(world)) / world.patience, every: 2 },
    async () => {
      const got = await received(world, since)
      const wrong = told.some(({ alert }) => firings(got, alert).length > 1) || firings(got, silenced.alert).length > 0
      return wrong || Date.now() >= end ? { done: got } : { missing: 'not yet' }
    },
  )
  const evidence = { 'received.json': JSON.stringify(all, null, 1) }
  for (const { alert } of told) {
    const times = firings(all, alert)
    expect(times.length === 1, `${alert.alertname} was told ${times.length} times instead of once ${when}`, evidence)
    const replicas = replicaLabelsIn(all, alert)
    expect(
      replicas.length === 0,
      `${alert.alertname} has ${replicas.join(', ')}: each sender's is an alert of its own`,
      evidence,
    )
  }
  expect(
    firings(all, silenced.alert).length === 0,
    `${silenced.alert.alertname} was told although it is silenced, ${when}`,
    evidence,
  )
}
