import { completeDefaults } from './defaults/index.ts'
import { describe, expect, it } from 'vitest'
import { storeWorkloads } from './workloads.ts'

const { store } = completeDefaults('sidecar-mode', 'test')

describe('the StatefulSets of Store', () => {
  it('are one by default, without a number', () => {
    expect(storeWorkloads(store)).toEqual([
      { name: 'thanos-store', minTime: null, maxTime: null, shard: null, partition: 0, replicas: 2 },
    ])
  })

  it('are a full set of shards for each time partition', () => {
    const partitions = [
      { name: 'archive', minTime: null, maxTime: '-2w' as const },
      { name: 'recent', minTime: '-2w' as const, maxTime: null },
    ]
    const workloads = storeWorkloads({ ...store, shards: 2, timePartitions: partitions })
    expect(workloads.map(({ name }) => name)).toEqual([
      'thanos-store-archive-0',
      'thanos-store-archive-1',
      'thanos-store-recent-0',
      'thanos-store-recent-1',
    ])
    expect(workloads[3]).toEqual({
      name: 'thanos-store-recent-1',
      minTime: '-2w',
      maxTime: null,
      shard: { index: 1, of: 2 },
      partition: 1,
      replicas: 2,
    })
  })
})
