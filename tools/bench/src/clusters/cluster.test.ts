import { checkFleet, loadCluster, type LoadedCluster } from '@thanos-fleet/cluster-spec'
import { expect, test } from 'vitest'
import { randomCluster } from './cluster.ts'

const fleet = Array.from({ length: 200 }, (_, index) => randomCluster(index, 1))

function load({ name, text }: { name: string; text: string }): LoadedCluster {
  const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text })
  if (!loaded.ok) throw new Error(`${JSON.stringify(loaded.diagnostics)}\n${text}`)
  return loaded
}

/** What is said of a cluster beside that its controller is retired, which is still generated for. */
const warningsOf = (cluster: { name: string; text: string }) =>
  load(cluster).warnings.filter(({ code }) => code !== 'ingress-nginx-retired')

test('every cluster loads without a diagnostic, hardly a warning', () => {
  expect(fleet.flatMap(warningsOf)).toEqual([])
})

test('every seed gives a valid fleet', () => {
  for (let seed = 0; seed < 200; seed += 1) expect(warningsOf(randomCluster(7, seed))).toEqual([])
})

test('no two clusters are confused with each other', () => {
  expect(checkFleet(fleet.map(load))).toEqual([])
})

test('a fleet is mixed', () => {
  const specs = fleet.map((cluster) => load(cluster).spec)
  expect(new Set(specs.map(({ mode }) => mode)).size).toBe(3)
  expect(new Set(specs.map(({ objectStore }) => objectStore?.type)).size).toBe(10)
  expect(new Set(specs.map(({ ingress }) => ingress?.kind)).size).toBe(4)
  expect(specs.some(({ store }) => store.shards > 1)).toBe(true)
  expect(specs.some(({ receive }) => receive.hashrings.some(({ zones }) => zones.length > 0))).toBe(true)
})

test('equal seeds give equal clusters, other seeds other ones', () => {
  expect(randomCluster(3, 5)).toEqual(randomCluster(3, 5))
  expect(randomCluster(3, 5)).not.toEqual(randomCluster(3, 6))
})
