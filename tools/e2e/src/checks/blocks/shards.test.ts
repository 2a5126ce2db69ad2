import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { expect, it } from 'vitest'
import { completeSets, compactorOf } from './shards.ts'

const { spec } = exampleCluster('receive-mode')
const sharded = (values: string[]) => ({
  ...spec,
  compact: {
    ...spec.compact,
    shards: [
      { name: 'large', label: 'tenant_id', values },
      { name: 'rest', label: 'tenant_id', values: [] },
    ],
  },
})

it('asks the Compact that takes the blocks of the own tenant', () => {
  expect(compactorOf(spec)).toBe('thanos-compact-0')
  expect(compactorOf(sharded([spec.receive.tenant]))).toBe('thanos-compact-large-0')
  expect(compactorOf(sharded(['shop']))).toBe('thanos-compact-rest-0')
})

it('puts the shards and partitions of Store together that have every block once', () => {
  expect(completeSets(['thanos-store-a-0', 'thanos-store-a-1', 'thanos-store-b-0', 'thanos-store-b-1'])).toEqual([
    ['thanos-store-a-0', 'thanos-store-b-0'],
    ['thanos-store-a-1', 'thanos-store-b-1'],
  ])
})
