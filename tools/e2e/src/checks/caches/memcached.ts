import { sumOf } from '@thanos-fleet/exposition'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { request } from '../../cluster/http.ts'
import type { World } from '../../world.ts'

const caching = {
  store: { indexCache: { type: 'memcached' }, bucketCache: { type: 'memcached' } },
  queryFrontend: { cache: { type: 'memcached' } },
}

/** The test's own configuration of a cache in the process (settings/patches), which would come before memcached's. */
const inProcess = 'store-cache.yaml'

/** What memcached itself says that it was asked. */
export interface Commands {
  /** Items that were put into it. */ stored: number
  /** Items that were asked for and there. */ hits: number
}

/** Lets Store and Query Frontend cache in memcached while something runs, where they do not do so anyway. */
export async function withMemcached<Value>(world: World, prove: () => Promise<Value>): Promise<Value> {
  if (world.spec.store.indexCache.type === 'memcached') return prove()
  const { text, folder } = world.workspace
  const patch = readFileSync(join(folder, 'patches', inProcess), 'utf8')
  world.workspace.patch(inProcess, null)
  try {
    await world.change(caching)
    await world.ready(300)
    return await prove()
  } finally {
    world.workspace.patch(inProcess, patch)
    await world.synchronise(world.workspace.set(text))
    await world.ready(300)
  }
}

/** Asks the exporters of all memcached pods. */
export async function commandsOf(world: World): Promise<Commands> {
  const pods = await world.podNames('memcached')
  const texts = await Promise.all(
    pods.map(async (pod) => (await request(await world.podUrl(pod, 'memcached', 'metrics'), '/metrics')).text),
  )
  return commandsIn(texts.join('\n'))
}

/** Reads the exporter's metrics. */
export function commandsIn(text: string): Commands {
  return {
    stored: sumOf(text, 'memcached_commands_total', { command: 'set', status: 'hit' }),
    hits: sumOf(text, 'memcached_commands_total', { command: 'get', status: 'hit' }),
  }
}
