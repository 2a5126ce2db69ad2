import { messageOf } from '../../cluster/until.ts'
import type { World } from '../../world.ts'
import type { AlertId } from './notifications.ts'
import { knowsAlertmanagers, ruleLoaded, setAlert } from './senders.ts'

/** The alerts of one run, and how to leave no trace of them. */
export interface Scene {
  /** Unix milliseconds before which nothing of it was received. */
  since: number
  /** Those that someone must be told of. */
  told: readonly { sender: 'prometheus' | 'thanos-rule'; alert: AlertId; value: number }[]
  /** The one that is silenced. */
  silenced: { alert: AlertId; value: number }
  /** Done in the end, whatever happens. */
  cleaning: (() => Promise<void>)[]
}

/**
 * Runs something with alerts that no other run has, and ends them. The values that raise them are those of the rules in
 * settings/.
 */
export async function withAlerts<Value>(world: World, prove: (scene: Scene) => Promise<Value>): Promise<Value> {
  const since = Date.now()
  const run = `e2e-${since.toString(36)}`
  const scene: Scene = {
    since,
    told: [
      { sender: 'prometheus', alert: { alertname: 'E2eAlert', name: `${run}-prometheus` }, value: 1 },
      ...(world.spec.rule === null
        ? []
        : [{ sender: 'thanos-rule', alert: { alertname: 'E2eGlobalAlert', name: `${run}-rule` }, value: 2 } as const]),
    ],
    silenced: { alert: { alertname: 'E2eSilenced', name: `${run}-silenced` }, value: 3 },
    cleaning: [],
  }
  for (const { sender, alert } of [...scene.told, { sender: 'prometheus', alert: scene.silenced.alert } as const])
    await ruleLoaded(world, sender, alert.alertname)
  for (const { sender } of scene.told) await knowsAlertmanagers(world, sender)
  try {
    return await prove(scene)
  } finally {
    for (const clean of scene.cleaning)
      await clean().catch((error: unknown) => {
        world.log(`not cleaned up: ${messageOf(error)}`)
      })
  }
}

/** Raises an alert, which ends with the scene. */
export async function raise(
  world: World,
  { cleaning }: Scene,
  { alert: { name }, value }: { alert: AlertId; value: number },
): Promise<void> {
  cleaning.push(() => setAlert(world, name, 0))
  await setAlert(world, name, value)
}
