import type { StoreSpec } from '@thanos-fleet/cluster-spec'
import type { Duration } from '@thanos-fleet/kubernetes'

/** One StatefulSet of Store: which times and which share of the blocks it serves. */
export interface StoreWorkload {
  name: string
  minTime: `-${Duration}` | null
  maxTime: `-${Duration}` | null
  shard: { index: number; of: number } | null
  replicas: number
}

/**
 * The StatefulSets of Store: for each time partition, one for each hash shard. Together they serve every block: all
 * shards of a partition exist and agree on their number (wiring rule 23).
 */
export function storeWorkloads({ shards, timePartitions, replicas }: StoreSpec): StoreWorkload[] {
  const partitions = timePartitions ?? [{ name: '', minTime: null, maxTime: null }]
  return partitions.flatMap(({ name: partition, minTime, maxTime }) =>
    Array.from({ length: shards }, (_, index): StoreWorkload => ({
      name: ['thanos-store', ...(partition === '' ? [] : [partition]), ...(shards === 1 ? [] : [String(index)])].join('-'),
      minTime,
      maxTime,
      shard: shards === 1 ? null : { index, of: shards },
      replicas,
    })))
}
