import { migrationStages } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { callees, factsOf } from '@thanos-fleet/connections'
import { expect, test } from 'vitest'
import { activeParts } from './active-parts.ts'

test.each(migrationStages)('alerts know how many StoreAPIs Query has to find at the step %s', (step) => {
  const { spec: example } = exampleCluster('sidecar-mode')
  const spec = { ...example, migration: { to: 'receive-mode' as const, step } }
  const { storeApis = {} } = activeParts({ spec, facts: factsOf(spec) })
  expect(Object.keys(storeApis)).toHaveLength(callees(factsOf(spec), 'thanos-query', 'StoreAPI').length)
  expect(Object.values(storeApis).filter((pods) => pods < 1)).toEqual([])
})
