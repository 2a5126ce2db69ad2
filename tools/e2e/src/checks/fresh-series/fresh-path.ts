import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import type { World } from '../../world.ts'
import { freshKind, onlyFrom, type Stores, storesOf } from './stores.ts'

/** Samples of this age are in no block yet: a block is cut a minute after its two, at the earliest. */
const youth = '30s'

/**
 * The newest samples come from the servers of the mode, and from those only: sidecars, or ingestors.
 * @throws CheckFailure when they do not, or when Query reads from servers that the mode does not have
 */
export async function freshPath(world: World): Promise<Figure[]> {
  const kind = freshKind(world)
  const stores = await completeStores(world)
  const other = kind === 'sidecar' ? 'receive' : 'sidecar'
  expect(
    stores[other].length === 0,
    `Query reads from ${stores[other].length} servers of kind ${other} in ${world.mode}`,
  )
  if (kind === 'receive') await expectNoPrometheus(world, stores)
  const [fresh, rest] = await Promise.all([
    countFrom(world, stores[kind]),
    countFrom(world, [...stores.store, ...stores.rule]),
  ])
  expect(fresh > 0, `no sample of the last ${youth} comes from servers of kind ${kind}`)
  expect(rest === 0, `${rest} samples of the last ${youth} come from elsewhere than servers of kind ${kind}`)
  return [
    { what: 'newest samples come from', value: `${stores[kind].length} × ${kind}` },
    {
      what: 'servers that Query reads',
      value: Object.entries(stores)
        .filter(([, all]) => all.length > 0)
        .map(([name, all]) => `${all.length} × ${name}`)
        .join(', '),
    },
  ]
}

/** Waits until Query knows all servers of the mode; it looks them up now and then. */
export function completeStores(world: World): Promise<Stores> {
  const { spec } = world
  const kind = freshKind(world)
  const wanted =
    kind === 'sidecar'
      ? spec.prometheus.replicas
      : spec.receive.hashrings.reduce((sum, { replicas, zones }) => sum + replicas * Math.max(1, zones.length), 0)
  return world.until(`Query reads from ${wanted} servers of kind ${kind}`, { seconds: 60, every: 2 }, async () => {
    const stores = await storesOf(world)
    return stores[kind].length === wanted && stores.store.length > 0
      ? { done: stores }
      : { missing: `${stores[kind].length} of ${kind}, ${stores.store.length} of store` }
  })
}

async function expectNoPrometheus(world: World, stores: Stores): Promise<void> {
  const addresses = new Set((await world.kube.podsOf(world.namespace, 'prometheus')).map((pod) => pod.status?.podIP))
  const found = Object.values(stores)
    .flat()
    .filter((address) => addresses.has(address.replace(/:\d+$/, '')))
  expect(found.length === 0, `Query reads from Prometheus at ${found.join(', ')}`)
}

async function countFrom(world: World, addresses: readonly string[]): Promise<number> {
  if (addresses.length === 0) return 0
  const { series } = await world.query(`e2e_time_seconds[${youth}]`, {
    with: { dedup: 'false', max_source_resolution: '0s', ...onlyFrom(addresses) },
  })
  return series.reduce((sum, { samples }) => sum + samples.length, 0)
}
