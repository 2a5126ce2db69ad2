import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import { answersWithoutQuery } from './caches/frontend.ts'
import { commandsOf, withMemcached } from './caches/memcached.ts'
import { askStore, storeHasBlocks } from './caches/store.ts'

/** Examples of modes cache in the processes themselves, so memcached is switched on as a pull request would do it. */
export const check: Check = {
  name: 'caches',
  title:
    'Store and Query Frontend cache in memcached: what is asked again comes from there, and without memcached every query is answered all the same.',
  // Of the modes the one with the fewest replicas to replace twice; what is cached does not depend on the mode.
  modes: ['dev-filesystem-objstore', 'everything'],
  counterProof: {
    mode: 'dev-filesystem-objstore',
    breaks: 'the policy of Store does not let it out to memcached',
    patch: 'caches.yaml',
    fails: /Store keeps something in memcached; memcached was told nothing/,
  },
  run: (world) =>
    withMemcached(world, async () => {
      await storeHasBlocks(world)
      return [
        ...(await storeCaches(world)),
        ...(await answersWithoutQuery(world)),
        ...(await answersWithoutMemcached(world)),
      ]
    }),
}

/** What Store has read from the bucket once, it takes from memcached the next time. */
async function storeCaches(world: World): Promise<Figure[]> {
  const first = await askStore(world)
  const kept = await world.until('Store keeps something in memcached', { seconds: 60 }, async () => {
    await askStore(world)
    const { stored } = await commandsOf(world)
    return stored > 0 ? { done: stored } : { missing: 'memcached was told nothing' }
  })
  const before = await commandsOf(world)
  const again = await askStore(world, first.time)
  const hits = (await commandsOf(world)).hits - before.hits
  expect(hits > 0, 'memcached had nothing of what Store was asked before')
  expect(again.samples === first.samples, `${again.samples} samples with the cache, ${first.samples} before`)
  return [
    { what: 'items that Store put into memcached', value: String(kept) },
    { what: 'taken from memcached when asked again', value: `${hits} items, for the same ${again.samples} samples` },
  ]
}

/** A cache that is gone costs time, and nothing else. */
async function answersWithoutMemcached(world: World): Promise<Figure[]> {
  const pods = (await world.kube.podsOf(world.namespace, 'memcached')).map(nameOf)
  const before = await askStore(world)
  await Promise.all(pods.map((name) => world.kube.core.deleteNamespacedPod({ name, namespace: world.namespace })))
  let queries = 0
  let slowest = 0
  await world.until('memcached is back', { seconds: 120 }, async () => {
    const begun = Date.now()
    const { samples } = await askStore(world, before.time)
    expect(samples === before.samples, `${samples} samples without memcached, ${before.samples} with it`)
    queries += 1
    slowest = Math.max(slowest, Date.now() - begun)
    const { length } = (await world.kube.podsOf(world.namespace, 'memcached')).filter(
      (pod) => pod.status?.containerStatuses?.every(({ ready }) => ready) === true,
    )
    return length === pods.length && queries > 3
      ? { done: undefined }
      : { missing: `${length} of ${pods.length} Ready` }
  })
  return [
    {
      what: 'queries answered in full while memcached was restarted',
      value: `${queries} of ${queries}, the slowest in ${slowest} ms`,
    },
  ]
}
