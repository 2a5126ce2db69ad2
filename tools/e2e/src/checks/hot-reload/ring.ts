import { sumOf } from '@thanos-fleet/exposition'
import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import { request } from '../../cluster/http.ts'
import type { World } from '../../world.ts'
import { addedIngestors } from './edits.ts'

/** Waits until the ingestors that the ring got in addition, one or one in each zone, hold series. */
export async function newIngestorTakes(world: World, known: readonly string[]): Promise<Figure[]> {
  if (world.mode !== 'receive-mode') return []
  const added = (await world.podNames('thanos-receive-ingestor')).filter((name) => !known.includes(name))
  const wanted = addedIngestors(world.spec)
  expect(added.length === wanted, `${added.length} ingestors came with the change instead of ${wanted}`)
  return Promise.all(
    added.map(async (pod) => {
      const series = await world.until(`${pod} holds series`, { seconds: 60 }, async () => {
        const { text } = await request(await world.podUrl(pod, 'thanos-receive-ingestor'), '/metrics')
        const count = headSeries(text)
        return count > 0 ? { done: count } : { missing: 'none yet' }
      })
      return { what: `series in the head of ${pod}, new in the ring`, value: String(series) }
    }),
  )
}

/** Series in the heads of all tenants of an ingestor. */
export function headSeries(metrics: string): number {
  return sumOf(metrics, 'prometheus_tsdb_head_series')
}

/** Waits until the ingestor that was added is gone, and removes its claim: the next one of its name begins with nothing. */
export async function removeIngestor(world: World, known: readonly string[]): Promise<void> {
  if (world.mode !== 'receive-mode') return
  const left = await world.until('the ingestor that was added is gone', { seconds: 180, every: 2 }, async () => {
    const claims = (await world.kube.core.listNamespacedPersistentVolumeClaim({ namespace: world.namespace })).items
      .map(({ metadata }) => metadata?.name ?? '')
      .filter((name) => name.startsWith('data-thanos-receive-ingestor-') && !known.includes(name.replace('data-', '')))
    const added = (await world.podNames('thanos-receive-ingestor')).filter((name) => !known.includes(name))
    return added.length === 0 ? { done: claims } : { missing: added.join(', ') }
  })
  for (const name of left) {
    await world.kubectl.ok(['delete', 'persistentvolumeclaim', name, '-n', world.namespace, '--ignore-not-found'])
    await world.kubectl.ok(['delete', 'persistentvolume', `${world.namespace}-${name}`, '--ignore-not-found'])
  }
}
