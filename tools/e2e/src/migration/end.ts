import { z } from 'zod'
import type { Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { json } from '../cluster/http.ts'
import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'

const blocks = z.object({
  data: z.object({ blocks: z.array(z.object({ thanos: z.object({ labels: z.record(z.string(), z.string()) }) })) }),
})

/** Blocks of the sidecars and of the ingestors are in the bucket. @throws CheckFailure when one way has none */
export async function blocksOfBothWays(world: World): Promise<Figure[]> {
  const { data } = blocks.parse(
    await json(await world.url('thanos-compact'), '/api/v1/blocks', { params: { view: 'global' } }),
  )
  const of = (label: string) => data.blocks.filter(({ thanos }) => thanos.labels[label] !== undefined).length
  const [sidecars, ingestors] = [of('prometheus_replica'), of('receive_replica')]
  expect(sidecars > 0 && ingestors > 0, `blocks in the bucket: ${sidecars} of sidecars, ${ingestors} of ingestors`)
  return [{ what: 'blocks in the bucket', value: `${sidecars} of sidecars, ${ingestors} of ingestors` }]
}

/** Waits until no container, Service port, policy or pod of a way is left. @throws CheckFailure that names what is */
export async function nothingLeftOf(world: World, way: 'sidecar' | 'receive'): Promise<Figure[]> {
  await world.until(`nothing is left of ${way}`, { seconds: 300, every: 3 }, async () => {
    const left = (await names(world)).filter((name) =>
      way === 'sidecar' ? /sidecar|prometheus-headless:grpc/.test(name) : name.includes('receive'),
    )
    return left.length === 0 ? { done: undefined } : { missing: `left: ${left.join(', ')}` }
  })
  return [{ what: `containers, Services, ports and policies left of ${way}`, value: '0', promised: '0' }]
}

async function names(world: World): Promise<string[]> {
  const { namespace, kube } = world
  const [pods, services, policies] = await Promise.all([
    kube.pods(namespace),
    kube.core.listNamespacedService({ namespace }),
    kube.networking.listNamespacedNetworkPolicy({ namespace }),
  ])
  return [
    ...pods.flatMap((pod) => (pod.spec?.containers ?? []).map(({ name }) => `${nameOf(pod)}/${name}`)),
    ...services.items.flatMap((service) => [
      nameOf(service),
      ...(service.spec?.ports ?? []).map(({ name = '' }) => `${nameOf(service)}:${name}`),
    ]),
    ...policies.items.map(nameOf),
  ]
}
