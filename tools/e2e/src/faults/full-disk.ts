import type { V1Pod } from '@kubernetes/client-node'
import type { ComponentName } from '@thanos-fleet/connections'
import { sumOf } from '@thanos-fleet/exposition'
import { request } from '../cluster/http.ts'
import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import { type Disk, diskOf, volumeOf } from '../harness/disks.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { cordoned } from '../harness/nodes.ts'
import { gone, kill, podReady } from '../harness/pods.ts'
import type { Traffic } from '../harness/traffic.ts'

/** Seconds. */
const length = 60
/** Bytes: a new TSDB with its log of some minutes. */
const size = 256 * 1024 * 1024

export const fault: Fault = {
  name: 'full-disk',
  title: 'The disk of one replica that stores samples is full for a minute',
  modes: ['sidecar-mode', 'receive-mode'],
  promise: {
    continues: 'Writing and queries by the other replicas.',
    pauses: 'This replica stores nothing until it has room again.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const component = world.mode === 'receive-mode' ? 'thanos-receive-ingestor' : 'prometheus'
    const pod = (await world.kube.podsOf(world.namespace, component)).at(-1)
    if (pod === undefined) throw new Error(`there is no ${component}`)
    const volume = volumeOf(world, nameOf(pod))
    const disk = await diskOf(world, volume.node)
    let mounted = false
    try {
      await restartOver(world, pod, volume.node, async () => {
        await disk.mount(volume.path, size)
        mounted = true
      })
      return await filled(world, traffic, disk, { pod: nameOf(pod), component, path: volume.path })
    } finally {
      const [now] = (await world.kube.podsOf(world.namespace, component)).filter((one) => nameOf(one) === nameOf(pod))
      if (mounted) await restartOver(world, now, volume.node, () => disk.unmount(volume.path))
      traffic.note(`${nameOf(pod)} has its own disk again`)
    }
  },
}

/** Restarts a pod, doing something to its volume while nothing uses it. */
async function restartOver(
  world: World,
  pod: V1Pod | undefined,
  node: string,
  act: () => Promise<void>,
): Promise<void> {
  await cordoned(world, [node], async () => {
    if (pod !== undefined) {
      await kill(world, pod)
      await gone(world, pod)
    }
    await act()
  })
  if (pod === undefined) return
  await podReady(world, pod, 120)
}

async function filled(
  world: World,
  traffic: Traffic,
  disk: Disk,
  { pod, component, path }: { pod: string; component: ComponentName; path: string },
) {
  await disk.fill(path)
  traffic.note(`the disk of ${pod} is full`)
  try {
    await world.until(`${pod} finds no room`, { seconds: 60 }, async () => {
      const failed = sumOf(
        (await request(await world.podUrl(pod, component), '/metrics')).text,
        'prometheus_tsdb_wal_writes_failed_total',
      )
      return failed > 0 ? { done: undefined } : { missing: 'all writes have succeeded' }
    })
    await last(length)
    const { text } = await request(await world.podUrl(pod, component), '/metrics')
    return [
      {
        what: 'disk full',
        value: `${length} s, of ${pod}; ${sumOf(text, 'prometheus_tsdb_wal_writes_failed_total')} writes failed`,
      },
    ]
  } finally {
    await disk.free(path)
    traffic.note(`the disk of ${pod} has room again`)
  }
}
