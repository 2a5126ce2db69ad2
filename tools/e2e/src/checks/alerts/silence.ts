import type { Figure } from '../../check.ts'
import type { World } from '../../world.ts'
import { alertAtAll, endSilence, setSilence, silenceAtAll } from './alertmanagers.ts'
import { expectOnce, promised, toldOf, turns } from './once.ts'
import { restart } from './restart.ts'
import { raise, type Scene } from './scene.ts'

/** A silence set on one Alertmanager holds on all and survives restarts; what was told is not told again. @throws CheckFailure */
export async function silenceHolds(world: World, scene: Scene): Promise<Figure[]> {
  const { silenced, told } = scene
  const pods = await world.podNames('alertmanager')
  const [first = ''] = pods
  const silence = await setSilence(world, first, silenced.alert)
  const end = () => endSilence(world, first, silence)
  scene.cleaning.push(end)
  const seen = await silenceAtAll(world, silence, `set on ${first}`)
  await raise(world, scene, silenced)
  await alertAtAll(world, silenced.alert, silence)

  const restarts = pods.length === 1 ? [pods] : [...pods.map((pod) => [pod]), pods]
  for (const some of restarts) {
    await restart(world, 'alertmanager', some)
    await silenceAtAll(world, silence, `after a restart of ${some.join(' and ')}`)
  }
  const back = Math.max(
    ...(await Promise.all([
      ...told.map(({ alert }) => alertAtAll(world, alert, null)),
      alertAtAll(world, silenced.alert, silence),
    ])),
  )
  await expectOnce(world, scene, 'after restarts of all Alertmanagers')

  const ended = Date.now()
  await end()
  scene.cleaning.splice(scene.cleaning.indexOf(end), 1)
  await toldOf(world, ended, silenced.alert, promised + turns(world))
  return [
    { what: 'messages of an alert, with restarts of all Alertmanagers', value: '1', promised: '1' },
    { what: 'messages of a silenced alert', value: '0; 1 when the silence ended', promised: '0' },
    {
      what: 'a silence of one Alertmanager is on all',
      value: `${pods.length} of ${pods.length} after ${(seen / 1000).toFixed(1)} s`,
    },
    { what: 'restarts that it survived', value: restarts.map((some) => some.join(' and ')).join('; ') },
    { what: 'alerts are at all Alertmanagers again', value: `${(back / 1000).toFixed(0)} s after the last restart` },
  ]
}
