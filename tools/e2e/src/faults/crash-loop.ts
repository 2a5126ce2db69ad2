import type { V1Pod } from '@kubernetes/client-node'
import { portOf } from '@thanos-fleet/connections'
import { networks } from '../checks/network/sockets.ts'
import { nameOf, restartsOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import { killContainer } from '../harness/containers.ts'
import { type Disk, diskOf, volumeOf } from '../harness/disks.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { connectedTo } from '../harness/peers.ts'
import { gone, kill, podReady } from '../harness/pods.ts'
import type { Traffic } from '../harness/traffic.ts'

/** Seconds in which each start fails: kubelets try again after 10, 20 and 40 s, and gRPC after more than a minute by then. */
const length = 100
/** Seconds: kubelets wait for 80 s after the fourth failure, and 160 s after the fifth. */
const untilStarted = 300
/** Seconds between two tries of gRPC at most: 120, give or take a fifth. Source: google.golang.org/grpc/backoff, DefaultConfig */
const mostBackOff = 144

export const fault: Fault = {
  name: 'crash-loop',
  title: 'An ingestor is in a crash loop; as soon as it is Ready again, another is killed',
  modes: ['receive-mode'],
  promise: {
    continues: 'Scraping; queries of everything that was written before. During the crash loop alone, also writing.',
    pauses:
      'From the second loss on, writing of series that have lost their quorum, until the second ingestor is back or the routers have found the first again: gRPC makes its next try up to 144 s after the last. Prometheus keeps the samples and repeats them.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const [second, first] = (await world.kube.podsOf(world.namespace, 'thanos-receive-ingestor')).slice(-2)
    if (first === undefined || second === undefined) throw new Error('there are fewer than two ingestors')
    const volume = volumeOf(world, nameOf(first))
    const restarts = await inCrashLoop(world, traffic, first, await diskOf(world, volume.node), volume.path)
    await podReady(world, first, untilStarted)
    const ready = Date.now()
    traffic.note(`${nameOf(first)} is Ready again`)
    await kill(world, second)
    traffic.note(`${nameOf(second)} is killed`)
    await gone(world, second)
    const found = await foundByRouters(world, first, ready)
    await podReady(world, second, 120)
    return [
      { what: 'crash loop', value: `${nameOf(first)}, ${restarts} failed starts in ${length} s` },
      {
        what: 'routers found it again',
        value: `${found} s after it was Ready`,
        promised: `at most ${mostBackOff} s`,
      },
    ]
  },
}

/** As after a change of permissions on a volume. The pod stays, and its address: for a new one gRPC would not wait. */
async function inCrashLoop(world: World, traffic: Traffic, pod: V1Pod, disk: Disk, path: string): Promise<number> {
  try {
    await disk.chmod(path, '000')
    await killContainer(world, pod)
    traffic.note(`${nameOf(pod)} cannot read its volume`)
    await last(length)
    const now = await world.kube.core.readNamespacedPod({ namespace: world.namespace, name: nameOf(pod) })
    return restartsOf(now) - restartsOf(pod)
  } finally {
    await disk.chmod(path, '777')
    traffic.note(`${nameOf(pod)} may read its volume`)
  }
}

/** Waits until every router has a connection to an ingestor. @returns seconds since it was Ready */
async function foundByRouters(world: World, ingestor: V1Pod, ready: number): Promise<string> {
  const address = ingestor.status?.podIP ?? ''
  const to = `${address}:${portOf('thanos-receive-ingestor', 'grpc')}`
  await world.until(`all routers write to ${nameOf(ingestor)}`, { seconds: mostBackOff + 30 }, async () => {
    const routers = (await world.kube.podsOf(world.namespace, 'thanos-receive-router')).map(
      ({ status }) => status?.podIP ?? '',
    )
    const without = connectedTo(await networks(world.kube), routers, to).missing
    return without.length === 0 ? { done: undefined } : { missing: `${without.join(', ')} do not` }
  })
  return ((Date.now() - ready) / 1000).toFixed(0)
}
