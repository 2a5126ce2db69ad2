import { modes } from '@thanos-fleet/cluster-spec'
import { expect, test } from 'vitest'
import { extraFolder } from '../settings/extra-folder.ts'
import { batches } from './batches.ts'
import { randomFleet } from './fleet.ts'
import { runs } from './runs.ts'
import { failuresOf } from './validation.ts'

test('documents from the schema are often accepted, and of every kind', { timeout: 600_000 }, () => {
  const { clusters, atOnce, refused } = randomFleet(100, 1, extraFolder)
  const specs = clusters.map(({ cluster }) => cluster.spec)
  expect(new Set(specs.map(({ mode }) => mode))).toEqual(new Set(modes))
  expect(new Set(specs.map(({ objectStore }) => objectStore?.type)).size).toBe(11)
  const credentials = specs.flatMap(({ objectStore }) =>
    objectStore !== null && 'credentials' in objectStore ? Object.keys(objectStore.credentials) : [],
  )
  expect(new Set(credentials)).toEqual(new Set(['secret', 'externalSecret', 'workloadIdentity']))
  expect(new Set(specs.map(({ ingress }) => ingress?.kind))).toEqual(
    new Set([undefined, 'IngressRoute', 'Ingress', 'Gateway']),
  )
  const receivers = specs.flatMap(({ alertmanager }) => (alertmanager?.receivers ?? []).flatMap(Object.keys))
  expect(new Set(receivers).size).toBe(9)
  for (const section of ['queryFrontend', 'rule', 'bucketWeb', 'alertmanager', 'nodeExporter', 'grafana'] as const) {
    expect(new Set(specs.map((spec) => spec[section] === null)).size, section).toBe(2)
  }
  expect(clusters.length / (clusters.length + refused.length)).toBeGreaterThan(0.3)
  // Every new setting moves it by one or two: of 160 documents, 2 at last.
  expect(atOnce).toBeGreaterThan(0)
})

const { clusters: count, seed } = runs(4)
/** Fleets are small, so that what fails is known early, and each can be tried again by its own seed. */
const fleets = batches(
  Array.from({ length: count }, (_, index) => index),
  40,
)

test.each(fleets.map(({ length }, index) => ({ length, of: seed + index })))(
  '$length clusters of seed $of pass all of validation',
  { timeout: 120_000 + 40 * 120_000 },
  ({ length, of }) => {
    expect(failuresOf(randomFleet(length, of, extraFolder).clusters)).toEqual([])
  },
)
