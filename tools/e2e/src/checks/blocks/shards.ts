import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { producerOf } from '../../history/producer.ts'

/** The pod of Compact that takes the blocks of the cluster's own Prometheus, and so those of the history. */
export function compactorOf(spec: ClusterSpec): string {
  const shards = spec.compact.shards ?? []
  const { block } = producerOf(spec, '')
  const shard =
    shards.find(({ label, values }) => values.includes(block[label] ?? '')) ??
    shards.find(({ values }) => values.length === 0)
  return shard === undefined ? 'thanos-compact-0' : `thanos-compact-${shard.name}-0`
}

/**
 * Pods of Store by the number that ends their names: together, the pods of one number have each block once in their shards
 * and time partitions.
 */
export function completeSets(pods: readonly string[]): string[][] {
  return [...Map.groupBy(pods, (pod) => /\d+$/.exec(pod)?.[0] ?? '').values()]
}
