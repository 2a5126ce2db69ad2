import { loadCluster } from '@thanos-fleet/cluster-spec'
import { Cluster, obligations } from '@thanos-fleet/stack/testing'
import { expect, test } from 'vitest'
import { randomCluster } from './cluster.ts'

/** Random clusters of any mode; each is built once, and asked all of the table. */
const clusters = Array.from({ length: 100 }, (_, seed) => {
  const { name, text } = randomCluster(seed, seed + 1)
  const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return new Cluster(loaded.spec)
})

test.each(obligations)('$setting demands $demands', ({ applies, broken }) => {
  const asked = clusters.filter(applies)
  // A row that no cluster is about proves nothing.
  expect(asked.length).toBeGreaterThanOrEqual(5)
  expect(asked.flatMap((cluster) => broken(cluster).map((what) => `${cluster.spec.name}: ${what}`))).toEqual([])
})
