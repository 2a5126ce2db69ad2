import { completeDefaults } from './defaults/index.ts'
import { describe, expect, it } from 'vitest'
import type { AdditionalBucket } from './spec.ts'
import { storeWorkloads } from './workloads.ts'

const { store } = completeDefaults('sidecar-mode', 'test')

describe('the StatefulSets of Store', () => {
  it('are one by default, without a number', () => {
    expect(storeWorkloads({ store, additionalBuckets: [] })).toEqual([
      { name: 'thanos-store', bucket: null, minTime: null, maxTime: null, shard: null, index: 0, replicas: 2 },
    ])
  })

  it('are a full set of shards for each time partition, and one for each additional bucket', () => {
    const partitions = [
      { name: 'archive', minTime: null, maxTime: '-2w' as const },
      { name: 'recent', minTime: '-2w' as const, maxTime: null },
    ]
    const archive: AdditionalBucket = {
      name: 'first',
      objectStore: { type: 'GCS', bucket: 'b', prefix: '', ca: null, credentials: { secret: { name: 's' } } },
    }
    const workloads = storeWorkloads({
      store: { ...store, shards: 2, timePartitions: partitions },
      additionalBuckets: [archive],
    })
    expect(workloads.map(({ name }) => name)).toEqual([
      'thanos-store-archive-0',
      'thanos-store-archive-1',
      'thanos-store-recent-0',
      'thanos-store-recent-1',
      'thanos-store-first',
    ])
    expect(workloads[3]).toEqual({
      name: 'thanos-store-recent-1',
      bucket: null,
      minTime: '-2w',
      maxTime: null,
      shard: { index: 1, of: 2 },
      index: 1,
      replicas: 2,
    })
    expect(workloads[4]).toEqual({
      name: 'thanos-store-first',
      bucket: archive,
      minTime: null,
      maxTime: null,
      shard: null,
      index: 0,
      replicas: 2,
    })
  })
})
