import { image, versionOf } from '@thanos-fleet/images'
import { expect } from '../failure.ts'
import { nextTag } from '../images/next.ts'
import type { Fault } from '../harness/fault.ts'
import type { Traffic } from '../harness/traffic.ts'
import type { World } from '../world.ts'
import { applyComponent, ingestorsRun } from '../checks/upgrade/rollout.ts'
import { RolloutWatch } from '../checks/upgrade/watch.ts'
import { ZoneWatch } from './upgrade-zones/watch.ts'

/** Seconds for six ingestors one after the other: each flushes its head, and waits until others know that it goes. */
const patience = 1200

export const fault: Fault = {
  name: 'upgrade-zones',
  title: 'Ingestors take another image and go back again, zone after zone',
  modes: ['everything'],
  promise: {
    continues: 'Writing and queries: each series has two copies in zones that are not being upgraded.',
    pauses: 'Nothing.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const { text } = world.workspace
    const tag = nextTag(versionOf('thanos', world.spec.channel).tag)
    expect(await world.adapter.has(image('thanos', 'stable').replace(/:.*$/, `:${tag}`)), `the nodes lack ${tag}`)
    const [zones, rollout, begun] = [new ZoneWatch(world), new RolloutWatch(world), Date.now()]
    try {
      traffic.note(`cluster.yaml has ${tag}`)
      await ingestorsOnly(world, world.workspace.change({ images: { versions: { thanos: { tag } } } }))
      await runs(world, traffic, tag)
    } finally {
      traffic.note('cluster.yaml is as before')
      await world.synchronise(world.workspace.set(text))
      await runs(world, traffic, versionOf('thanos', world.spec.channel).tag).finally(() =>
        Promise.all([zones.stop(), rollout.stop()]),
      )
    }
    const [{ order, together }, { wrong }] = await Promise.all([zones.stop(), rollout.stop()])
    expect(together.length === 0, `zones of one hashring were away at once: ${together.join('; ')}`)
    const broken = wrong.filter((message) => message.includes('thanos-receive-ingestor'))
    expect(broken.length === 0, `during the upgrade: ${broken.join('; ')}`)
    return [
      { what: 'zones away, in this order', value: order.join(', ') },
      { what: 'zones of one hashring away at once', value: '0', promised: '0' },
      { what: 'all of them upgraded, and taken back again', value: `${((Date.now() - begun) / 1000).toFixed(0)} s` },
    ]
  },
}

/** Ingestors alone, as an operator upgrades component by component (docs/operations.md). */
function ingestorsOnly(world: World, generated: { folder: string }): Promise<void> {
  return applyComponent(world, generated, 'thanos-receive-ingestor')
}

/** Waits until every ingestor runs a tag, and every workload is Ready. */
async function runs(world: World, traffic: Traffic, tag: string): Promise<void> {
  await ingestorsRun(world, tag)
  await world.ready(patience)
  await traffic.calm()
}
