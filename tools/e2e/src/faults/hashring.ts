import { ringSize } from '../checks/hot-reload/effects.ts'
import { removeIngestor } from '../checks/hot-reload/ring.ts'
import { storesOf } from '../checks/fresh-series/stores.ts'
import { expect } from '../failure.ts'
import { request } from '../cluster/http.ts'
import { usableNodes } from '../workspace/nodes.ts'
import type { World } from '../world.ts'
import { diskOf, type LocalVolume, localVolumes } from '../harness/disks.ts'
import type { Fault } from '../harness/fault.ts'
import { nudge } from '../harness/nudge.ts'

/** Ingestors, where there are as many nodes: no two of a ring are on one node. */
const most = 5

export const fault: Fault = {
  name: 'hashring',
  title: 'The hashring grows from 3 ingestors to 5 (as many as there are nodes), and shrinks again, one at a time',
  modes: ['receive-mode'],
  promise: {
    continues: 'Writing and queries.',
    pauses: 'Nothing. Ingestors that go upload what they have.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const [text, known] = [world.workspace.text, await world.podNames('thanos-receive-ingestor')]
    const volumes = localVolumes(world.state.objects)
    const largest = Math.min(most, (await usableNodes(world.kube)).length)
    const begun = Date.now()
    try {
      for (let count = known.length + 1; count <= largest; count += 1) {
        traffic.note(`the hashring gets ${count} ingestors`)
        await resize(world, count)
      }
      for (let count = largest - 1; count > known.length; count -= 1) {
        traffic.note(`the hashring gets ${count} ingestors`)
        await resize(world, count)
      }
    } finally {
      traffic.note(`the hashring gets ${known.length} ingestors`)
      const added = localVolumes(world.state.objects).filter(
        ({ name }) => !volumes.some((volume) => volume.name === name),
      )
      await world.synchronise(world.workspace.set(text))
      await ringIs(world, known.length)
      await removeIngestor(world, known)
      await Promise.all(added.map((volume) => clear(world, volume)))
    }
    expect(largest > known.length, `the cluster has too few nodes for more than ${known.length} ingestors`)
    return [
      {
        what: 'ingestors',
        value: `${known.length} → ${largest} → ${known.length} in ${((Date.now() - begun) / 1000).toFixed(0)} s`,
      },
    ]
  },
}

async function resize(world: World, replicas: number): Promise<void> {
  const before = new Set(localVolumes(world.state.objects).map(({ name }) => name))
  const [first, ...others] = world.spec.receive.hashrings
  await world.change({ receive: { hashrings: [{ ...first, replicas }, ...others] } })
  for (const { name, node, path } of localVolumes(world.state.objects))
    if (!before.has(name)) await (await diskOf(world, node)).make(path)
  await world.ready(240)
  await ringIs(world, replicas)
  await world.until(`Query reads from ${replicas} ingestors`, { seconds: 120 }, async () => {
    const { receive } = await storesOf(world)
    return receive.length === replicas ? { done: undefined } : { missing: String(receive.length) }
  })
}

async function ringIs(world: World, size: number): Promise<void> {
  await world.until(`routers have a ring of ${size}`, { seconds: 150 }, async () => {
    await nudge(world, ['thanos-receive-router'])
    const pods = await world.podNames('thanos-receive-router')
    const sizes = await Promise.all(
      pods.map(async (pod) =>
        ringSize((await request(await world.podUrl(pod, 'thanos-receive-router'), '/metrics')).text),
      ),
    )
    return sizes.every((found) => found === size) ? { done: undefined } : { missing: sizes.join(', ') }
  })
}

/** The next ingestor of this name begins with nothing. */
async function clear(world: World, { node, path }: LocalVolume): Promise<void> {
  await (await diskOf(world, node)).remove(path)
}
