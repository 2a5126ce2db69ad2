import type { ClusterSpec, Hashring } from '../spec.ts'
import { waysOf } from '../ways.ts'
import type { Path } from '../yaml/position.ts'

/** Ingestors of a ring, over all of its zones. */
export function ingestorsOf(ring: Hashring): number {
  return ring.replicas * Math.max(1, ring.zones.length)
}

/** Every StatefulSet with a volume: its name, its pods, and where their number is set. */
export interface Volumes {
  workload: string
  replicas: number
  path: Path
}

/** The StatefulSets of a cluster, with the names that the components give them. */
export function statefulSetsOf(spec: ClusterSpec): Volumes[] {
  const { store, compact, receive, rule, grafana } = spec
  const partitions = store.timePartitions ?? [{ name: '' }]
  const stores = partitions.flatMap((partition, index) =>
    Array.from({ length: store.shards }, (_, shard) => ({
      workload: join('thanos-store', partition.name, store.shards === 1 ? '' : String(shard)),
      replicas: store.replicas,
      path: store.timePartitions === null ? ['store', 'replicas'] : ['store', 'timePartitions', index, 'name'],
    })),
  )
  const compacts = (compact.shards ?? [{ name: '' }]).map((shard, index) => ({
    workload: join('thanos-compact', shard.name),
    replicas: 1,
    path: ['compact', 'shards', index, 'name'],
  }))
  const ingestors =
    !waysOf(spec).receivers
      ? []
      : receive.hashrings.flatMap((ring, index) =>
          (ring.zones.length === 0 ? [''] : ring.zones).map((zone) => ({
            workload: join(
              'thanos-receive-ingestor',
              ring.name === 'default' && ring.tenants.length === 0 ? '' : ring.name,
              zone,
            ),
            replicas: ring.replicas,
            path: ['receive', 'hashrings', index, 'name'],
          })),
        )
  return [
    { workload: 'prometheus', replicas: spec.prometheus.replicas, path: ['prometheus', 'replicas'] },
    ...stores,
    ...compacts,
    ...ingestors,
    { workload: 'alertmanager', replicas: spec.alertmanager.replicas, path: ['alertmanager', 'replicas'] },
    ...(rule === null ? [] : [{ workload: 'thanos-rule', replicas: rule.replicas, path: ['rule', 'replicas'] }]),
    ...(grafana === null || grafana.database !== null
      ? []
      : [{ workload: 'grafana', replicas: grafana.replicas, path: ['grafana', 'replicas'] }]),
  ]
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('-')
}
