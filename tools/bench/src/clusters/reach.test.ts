import { loadCluster } from '@thanos-fleet/cluster-spec'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { reachOf } from '@thanos-fleet/stack/testing'
import { expect, test } from 'vitest'
import { randomCluster } from './cluster.ts'

/** How many random clusters are looked at; more in the nightly run. */
const runs = Number(process.env['REACH_RUNS'] ?? 60)

test('every address that any random cluster says can be reached, and every rule of its policies is needed', () => {
  let addresses = 0
  for (let seed = 0; seed < runs; seed += 1) {
    const { name, text } = randomCluster(seed, seed)
    const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
    const reach = reachOf(loaded.spec, rendered(desired(loaded.spec)))
    expect({ seed, ...reach, addresses: 0 }).toEqual({ seed, addresses: 0, unreachable: [], unneeded: [] })
    addresses += reach.addresses
  }
  expect(addresses).toBeGreaterThan(25 * runs)
})
