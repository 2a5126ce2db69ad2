import { componentOf } from '@thanos-fleet/catalog'
import type { Duration } from '@thanos-fleet/kubernetes'
import { sectionsOf } from './sections.ts'
import type { AdditionalBucket, ClusterSpec, CompactSpec, Hashring, ReceiveSpec } from './spec.ts'
import { zoneLabel } from './local-nodes.ts'
import { dataPathsOf } from './data-paths.ts'
import type { Path } from './yaml/position.ts'

/** One StatefulSet of Store: the bucket, and which times and which share of the blocks there it serves. */
export interface StoreWorkload {
  name: string
  /** The additional bucket that it serves, whole; null: a part of the cluster's own. */
  bucket: AdditionalBucket | null
  minTime: `-${Duration}` | null
  maxTime: `-${Duration}` | null
  shard: { index: number; of: number } | null
  /** Which of the time partitions it is of, if there are any, or of the additional buckets. */
  index: number
  replicas: number
}

/** One StatefulSet of Compact, with the blocks that it takes; null: all. */
export interface CompactWorkload {
  name: string
  shard: NonNullable<CompactSpec['shards']>[number] | null
}

/** One StatefulSet of ingestors: those of a hashring, or those of a hashring in one zone. */
export interface IngestorWorkload {
  name: string
  hashring: string
  zone: string | null
  replicas: number
  /** Which of the hashrings it is of. */
  ring: number
}

/** A StatefulSet with a volume: its name, its pods, and where their number or its name is set. */
export interface StatefulWorkloadName {
  workload: string
  replicas: number
  path: Path
  /** What its pods ask of their node, and where that is said. */
  nodeSelector: Record<string, string>
  selectorPath: Path
}

/**
 * The StatefulSets of Store: for each time partition, one for each hash shard. Together they serve every block: all
 * shards of a partition exist and agree on their number (wiring rule 23). Then one for each additional bucket: partitions and
 * shards are made for the size of the cluster's own.
 */
export function storeWorkloads(spec: Pick<ClusterSpec, 'store' | 'additionalBuckets'>): StoreWorkload[] {
  return [
    ...ownStores(spec.store),
    ...spec.additionalBuckets.map((bucket, index) => storeOf(bucket, index, spec.store)),
  ]
}

function storeOf(bucket: AdditionalBucket, index: number, { replicas }: ClusterSpec['store']): StoreWorkload {
  const name = joined('thanos-store', bucket.name)
  return { name, bucket, minTime: null, maxTime: null, shard: null, index, replicas }
}

function ownStores({ shards, timePartitions, replicas }: ClusterSpec['store']): StoreWorkload[] {
  const partitions = timePartitions ?? [{ name: '', minTime: null, maxTime: null }]
  return partitions.flatMap(({ name: partition, minTime, maxTime }, position) =>
    Array.from({ length: shards }, (_, index): StoreWorkload => ({
      name: joined('thanos-store', partition, shards === 1 ? '' : String(index)),
      bucket: null,
      minTime,
      maxTime,
      shard: shards === 1 ? null : { index, of: shards },
      index: position,
      replicas,
    })),
  )
}

/** The StatefulSets of Compact: one, or one for each shard. */
export function compactWorkloads({ shards }: CompactSpec): CompactWorkload[] {
  if (shards === null) return [{ name: 'thanos-compact', shard: null }]
  return shards.map((shard) => ({ name: joined('thanos-compact', shard.name), shard }))
}

/** The StatefulSets of all hashrings. The ring file names exactly their pods, because it is made from the same list. */
export function ingestorWorkloads({ hashrings }: ReceiveSpec): IngestorWorkload[] {
  return hashrings.flatMap((ring, index) =>
    (ring.zones.length === 0 ? [null] : ring.zones).map((zone) => ({
      name: joined('thanos-receive-ingestor', ringName(ring), zone ?? ''),
      hashring: ring.name,
      zone,
      replicas: ring.replicas,
      ring: index,
    })),
  )
}

/** The default hashring has no name of its own, so that most clusters have plain `thanos-receive-ingestor`. */
function ringName({ name, tenants }: Hashring): string {
  return name === 'default' && tenants.length === 0 ? '' : name
}

/** The StatefulSets with volumes of a cluster: the components are built from the same lists. */
export function statefulSetsOf(spec: ClusterSpec): StatefulWorkloadName[] {
  return sectionsOf(spec).flatMap(({ component, path, settings }): StatefulWorkloadName[] => {
    if (componentOf(component).settings?.kind !== 'volume') return []
    const placed = {
      nodeSelector: 'nodeSelector' in settings ? settings.nodeSelector : {},
      selectorPath: [...path, 'nodeSelector'],
    }
    switch (component) {
      case 'thanos-store':
        return stores(spec).map((workload) => ({ ...placed, ...workload }))
      case 'thanos-compact':
        return compactWorkloads(spec.compact).map(({ name }, index) => ({
          ...placed,
          workload: name,
          replicas: spec.compact.replicas,
          path: ['compact', 'shards', index, 'name'],
        }))
      case 'thanos-receive-ingestor':
        return dataPathsOf(spec).receivers
          ? ingestors(spec.receive).map((workload) => ({ ...placed, ...workload }))
          : []
      case 'grafana':
        // With an external database it is a Deployment in all but name, without a volume.
        return spec.grafana === null || spec.grafana.database !== null
          ? []
          : [{ ...placed, ...one(component, spec.grafana.replicas, path) }]
      default:
        return [{ ...placed, ...one(component, 'replicas' in settings ? (settings.replicas ?? 1) : 1, path) }]
    }
  })
}

/** A workload without what its section says of its nodes. */
type Unplaced = Omit<StatefulWorkloadName, 'nodeSelector' | 'selectorPath'>

function stores(spec: ClusterSpec): Unplaced[] {
  const pathOf = ({ bucket, index }: StoreWorkload): Path => {
    if (bucket !== null) return ['additionalBuckets', index, 'name']
    return spec.store.timePartitions === null ? ['store', 'replicas'] : ['store', 'timePartitions', index, 'name']
  }
  return storeWorkloads(spec).map((workload) => ({
    workload: workload.name,
    replicas: workload.replicas,
    path: pathOf(workload),
  }))
}

function ingestors(receive: ReceiveSpec): (Unplaced & Partial<StatefulWorkloadName>)[] {
  return ingestorWorkloads(receive).map(({ name, zone, replicas, ring }) => ({
    workload: name,
    replicas,
    path: ['receive', 'hashrings', ring, 'name'],
    ...(zone === null
      ? {}
      : {
          nodeSelector: { ...receive.ingestor.nodeSelector, [zoneLabel]: zone },
          selectorPath: ['receive', 'hashrings', ring, 'zones'],
        }),
  }))
}

function one(component: string, replicas: number, path: Path): Unplaced {
  return { workload: component, replicas, path: [...path, 'replicas'] }
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('-')
}
