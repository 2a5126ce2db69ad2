import { type ClusterSpec, dataPathsOf } from '@thanos-fleet/cluster-spec'
import {
  amount,
  isWorkload,
  type KubeObject,
  type PersistentVolumeClaim,
  type Quantity,
} from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import { markdownTable } from '@thanos-fleet/text/tables'

/** Where copies of one sample are: the place, how many there are, how long, and which settings decide. */
export interface Copies {
  place: string
  copies: number
  from: string
  kept: string
}

/** How many copies of each sample a cluster keeps. Every Prometheus scrapes everything, and Receive multiplies what each sends. */
export function copiesOf(spec: ClusterSpec): Copies[] {
  const { prometheus, receive, compact } = spec
  const { sidecars, remoteWrite } = dataPathsOf(spec)
  const servers = prometheus.replicas
  const received = servers * receive.replicationFactor
  const product = `prometheus.replicas (${servers}) × receive.replicationFactor (${receive.replicationFactor})`
  const merged = compact.offlineDeduplication
  const inBucket = (sidecars ? (merged ? 1 : servers) : 0) + (remoteWrite ? (merged ? servers : received) : 0)
  return [
    {
      place: 'volumes of Prometheus',
      copies: servers,
      from: `prometheus.replicas (${servers})`,
      kept: prometheus.retention,
    },
    ...(remoteWrite
      ? [{ place: 'volumes of ingestors', copies: received, from: product, kept: receive.ingestor.retention }]
      : []),
    // Of a cluster that sends to another one, the rest is at the other one.
    ...(spec.sendsTo === null
      ? [
          {
            place: 'bucket',
            copies: inBucket,
            from: `what is uploaded, compact.offlineDeduplication (${merged})`,
            kept: compact.retention.raw === '0d' ? 'forever' : compact.retention.raw,
          },
        ]
      : []),
  ]
}

/** Bytes of all volumes that a cluster claims, and how many there are. */
export function volumesOf({ objects }: State): { volumes: number; bytes: number } {
  const sizes = objects.flatMap((object): { count: number; bytes: number }[] => {
    if (isClaim(object)) return [{ count: 1, bytes: sizeOf(object.spec) }]
    if (!isWorkload(object) || object.kind !== 'StatefulSet') return []
    const count = object.spec?.replicas ?? 1
    return (object.spec?.volumeClaimTemplates ?? []).map(({ spec }) => ({ count, bytes: sizeOf(spec) }))
  })
  return {
    volumes: sizes.reduce((sum, { count }) => sum + count, 0),
    bytes: sizes.reduce((sum, { count, bytes }) => sum + count * bytes, 0),
  }
}

function isClaim(object: KubeObject): object is PersistentVolumeClaim {
  return object.kind === 'PersistentVolumeClaim'
}

function sizeOf(claim: PersistentVolumeClaim['spec']): number {
  const size = claim?.resources?.requests?.['storage']
  // A patch may say a number.
  const text = String(size)
  return isQuantity(text) ? amount(text) : 0
}

function isQuantity(text: string): text is Quantity {
  return /^\d+(\.\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.test(text)
}

/** What a cluster keeps, and how to keep less of it: for its page. */
export function costSection(spec: ClusterSpec, state: State): string[] {
  const rows = copiesOf(spec).map(({ place, copies, from, kept }) => [place, String(copies), from, kept])
  const { volumes, bytes } = volumesOf(state)
  return [
    '## Copies of a sample',
    '',
    markdownTable(['where', 'copies', 'decided by', 'kept for'], rows),
    '',
    `${volumes} volumes with ${Number((bytes / 2 ** 30).toFixed(1))} GiB in all.`,
    ...fewer(spec),
    '',
  ]
}

function fewer(spec: ClusterSpec): string[] {
  const { prometheus, receive, compact } = spec
  const { remoteWrite } = dataPathsOf(spec)
  const ways = [
    ...(prometheus.replicas > 2 ? ['`prometheus.replicas: 2` (while one is replaced, the other is the only one)'] : []),
    ...(remoteWrite && receive.replicationFactor > 2
      ? ['a lower `receive.replicationFactor` (with 2, writes go on without one ingestor, and two at once lose data)']
      : []),
    ...(compact.offlineDeduplication || spec.sendsTo !== null
      ? []
      : ['`compact.offlineDeduplication: true` (copies leave the bucket for good, and Compact needs more memory)']),
  ]
  return ways.length === 0 ? [] : ['', `Fewer copies, and what they cost: ${ways.join('; ')}.`]
}
