import type { ComponentName } from '@thanos-fleet/connections'
import { sumOf } from '@thanos-fleet/exposition'
import { expect } from '../failure.ts'
import { nameOf } from '../cluster/kube.ts'
import { testNamespace } from '../servers/objects.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { request } from '../cluster/http.ts'

/** Seconds: at least one block is due in it. */
const length = 120
/** Seconds: an ingestor that the fault before has restarted looks once each block (4 min here) for one and a half of them. */
const patience = 720

export const fault: Fault = {
  name: 'object-store',
  title: 'The object store is unavailable for two minutes',
  modes: ['sidecar-mode', 'receive-mode'],
  promise: {
    continues: 'Scraping, writing, and queries of what is not only in the bucket.',
    pauses: 'Uploads, compaction, and queries of what is only in the bucket; uploads are made up for afterwards.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const before = await uploads(world)
    let away = before
    try {
      await scale(world, 0)
      traffic.note('the object store is away')
      await last(length)
      away = await uploads(world)
    } finally {
      await scale(world, 1)
      traffic.note('the object store is back')
    }
    const begun = Date.now()
    const failures = await world.until(
      'every replica has uploaded a block again',
      { seconds: patience, every: 2 },
      async () => {
        const now = await uploads(world)
        const missing = [...away].filter(([pod, { done }]) => (now.get(pod)?.done ?? 0) <= done).map(([pod]) => pod)
        return missing.length === 0 ? { done: sum(now) - sum(before) } : { missing: missing.join(', ') }
      },
    )
    expect(failures > 0, 'no replica has asked for the object store while it was away: nothing was tried')
    return [
      { what: 'object store away', value: `${length} s; ${failures} operations of replicas on it failed` },
      { what: 'every replica has uploaded again', value: `after ${((Date.now() - begun) / 1000).toFixed(0)} s` },
    ]
  },
}

interface Uploads {
  done: number
  failed: number
}

/** What each replica that makes blocks has uploaded. A store that is away is no failed upload: it fails before, at a look into the bucket. */
async function uploads(world: World): Promise<Map<string, Uploads>> {
  const component: ComponentName = world.mode === 'receive-mode' ? 'thanos-receive-ingestor' : 'thanos-sidecar'
  const pods = await world.podNames(component === 'thanos-sidecar' ? 'prometheus' : component)
  const port = component === 'thanos-sidecar' ? 'sidecar-http' : 'http'
  return new Map(
    await Promise.all(
      pods.map(async (pod): Promise<[string, Uploads]> => {
        const { text } = await request(await world.podUrl(pod, component, port), '/metrics')
        return [
          pod,
          {
            done: sumOf(text, 'thanos_shipper_uploads_total'),
            failed: sumOf(text, 'thanos_objstore_bucket_operation_failures_total'),
          },
        ]
      }),
    ),
  )
}

function sum(all: ReadonlyMap<string, Uploads>): number {
  return [...all.values()].reduce((total, { failed }) => total + failed, 0)
}

/** The S3 server has a volume, so that it comes back with everything. */
async function scale(world: World, replicas: number): Promise<void> {
  await world.kubectl.ok(['scale', 'deployment', 's3', '-n', testNamespace, `--replicas=${replicas}`])
  await world.until(`s3 has ${replicas} pods`, { seconds: 90 }, async () => {
    const pods = await world.kube.pods(testNamespace, { 'app.kubernetes.io/name': 's3' })
    const ready = pods.filter(({ status }) =>
      (status?.conditions ?? []).some(({ type, status: value }) => type === 'Ready' && value === 'True'),
    )
    return pods.length === replicas && ready.length === replicas
      ? { done: undefined }
      : { missing: pods.map(nameOf).join(', ') }
  })
}
