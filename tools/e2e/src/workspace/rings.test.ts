import { expect, it } from 'vitest'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { ingestorPods, ownIngestors, ringOf } from './rings.ts'

const { receive } = exampleCluster('receive-mode').spec
const [ring] = receive.hashrings
if (ring === undefined) throw new Error('the example has a hashring')
const rings = {
  ...receive,
  tenant: 'platform',
  hashrings: [
    { ...ring, name: 'shops', tenants: ['shop', 'shop-*'], zones: ['a', 'b', 'c'], replicas: 1 },
    { ...ring, name: 'default', zones: [], replicas: 2 },
  ],
}

it('knows the ring of a tenant by its name or pattern, and the last ring as that of all others', () => {
  expect(['shop', 'shop-north', 'shopping', 'platform'].map((tenant) => ringOf(rings, tenant))).toEqual([
    'shops',
    'shops',
    'default',
    'default',
  ])
})

it('knows ingestors with their ring and zone, and those of the own tenant', () => {
  expect(ingestorPods(rings).map(({ ring: name, zone }) => `${name} ${zone ?? '-'}`)).toEqual([
    'shops a',
    'shops b',
    'shops c',
    'default -',
    'default -',
  ])
  expect(ownIngestors(rings)).toEqual(['thanos-receive-ingestor-0', 'thanos-receive-ingestor-1'])
  expect(ownIngestors(receive)).toEqual([0, 1, 2].map((index) => `thanos-receive-ingestor-${index}`))
})
