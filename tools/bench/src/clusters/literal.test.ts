import { loadCluster } from '@thanos-fleet/cluster-spec'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { expect, test } from 'vitest'
import { randomCluster } from './cluster.ts'

test('no object of any cluster has text that Flux would substitute without saying so', () => {
  const found = Array.from({ length: 100 }, (_, seed) => randomCluster(seed, seed)).flatMap(({ name, text }) => {
    const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
    return rendered(desired(loaded.spec)).filter((object) => /\$[{$]/.test(JSON.stringify(object)))
  })
  expect(found.length).toBeGreaterThanOrEqual(100)
  const annotations = found.map(({ metadata }) => metadata.annotations?.['kustomize.toolkit.fluxcd.io/substitute'])
  expect(new Set(annotations)).toEqual(new Set(['disabled']))
})
