import { dataPathsOf, deduplicatesTenants, storeWorkloads } from '@thanos-fleet/cluster-spec'
import { type Duration, seconds } from '@thanos-fleet/kubernetes'
import type { ClusterObjects } from './cluster-objects.ts'
import { retentionOf } from './retention.ts'
import type { Obligation } from './obligation.ts'

const receives = ({ spec }: ClusterObjects) => dataPathsOf(spec).receivers
const secondsOf = (values: string[]) => values.map((value) => seconds(value as Duration))

/** The containers of a name that are started without an argument. */
const lacking = (name: string, arg: string) => (cluster: ClusterObjects) =>
  cluster.containers(name).flatMap(({ args = [] }) => (args.includes(arg) ? [] : [name]))

/** Blocks: who writes, uploads, merges and deletes them. */
export const blockObligations: readonly Obligation[] = [
  {
    setting: 'blocks of Receive, with or without receive.ingestor.outOfOrderWindow, and prometheus.outOfOrderWindow',
    demands: 'vertical compaction of every Compact',
    why: 'it halts at the first blocks that overlap',
    source: 'https://thanos.io/tip/components/compact.md/#vertical-compactions',
    applies: ({ spec }) =>
      dataPathsOf(spec).receivers || deduplicatesTenants(spec) || seconds(spec.prometheus.outOfOrderWindow) > 0,
    broken: lacking('thanos-compact', '--compact.enable-vertical-compaction'),
  },
  {
    setting: 'prometheus.outOfOrderWindow with sidecars, now or before',
    demands: 'a Prometheus that does not merge blocks',
    why: 'a sidecar does not upload a block that was merged',
    source: 'pkg/shipper/shipper.go of Thanos v0.42.4, Compaction.Level',
    applies: ({ spec }) => dataPathsOf(spec).sidecars,
    broken: lacking('prometheus', '--no-storage.tsdb.allow-overlapping-compaction'),
  },
  {
    setting: 'prometheus.outOfOrderWindow with Receive',
    demands: 'ingestors that take samples as late',
    why: 'Receive rejects what they do not take, and Prometheus does not send it again',
    source: 'https://thanos.io/tip/components/receive.md/',
    applies: ({ spec }) => dataPathsOf(spec).remoteWrite && seconds(spec.prometheus.outOfOrderWindow) > 0,
    broken: (cluster) =>
      secondsOf(cluster.flag('thanos-receive-ingestor', 'tsdb.out-of-order.time-window'))
        .filter((window) => window < seconds(cluster.spec.prometheus.outOfOrderWindow))
        .map((window) => `they take ${window} s`),
  },
  {
    setting: 'prometheus.exemplars with Receive',
    demands: 'ingestors that keep exemplars',
    why: 'they drop all of them unless they are told how many to keep',
    source: 'https://thanos.io/tip/components/receive.md/#flags',
    applies: ({ spec }) => dataPathsOf(spec).receivers && spec.prometheus.exemplars !== null,
    broken: (cluster) =>
      cluster
        .containers('thanos-receive-ingestor')
        .filter(({ args }) => !/--tsdb\.max-exemplars=[1-9]/.test((args ?? []).join(' ')))
        .map(({ name }) => name),
  },
  {
    setting: 'uploads of a sidecar',
    demands: 'blocks of two hours of Prometheus, kept for at least three of them',
    why: 'a block that is compacted or deleted before it is uploaded is lost',
    source: 'https://thanos.io/tip/components/sidecar.md/#prometheus',
    applies: ({ spec }) => dataPathsOf(spec).sidecars,
    broken: (cluster) => {
      const sizes = ['min', 'max'].flatMap((bound) =>
        cluster.flag('prometheus', `storage.tsdb.${bound}-block-duration`),
      )
      const kept = seconds(retentionOf(cluster).time)
      return [
        ...(sizes.join() === '2h,2h' ? [] : [`blocks of ${sizes.join()}`]),
        ...(kept >= seconds('6h') ? [] : [`kept for ${kept} s`]),
      ]
    },
  },
  {
    setting: 'uploads of an ingestor',
    demands: 'a retention of at least three blocks, and time to upload the last when it ends',
    why: 'what is not uploaded is lost with the pod',
    source: 'https://thanos.io/tip/components/receive.md/',
    applies: receives,
    broken: (cluster) => [
      ...secondsOf(cluster.flag('thanos-receive-ingestor', 'tsdb.retention'))
        .filter((kept) => kept < seconds('6h'))
        .map((kept) => `kept for ${kept} s`),
      ...cluster.pods
        .filter(
          ({ component, pod }) =>
            component === 'thanos-receive-ingestor' && (pod.terminationGracePeriodSeconds ?? 0) < 900,
        )
        .map(({ workload }) => workload.metadata.name),
    ],
  },
  {
    setting: 'compact.deleteDelay',
    demands: 'half of it of every Store',
    why: 'Store would read blocks that are gone',
    source: 'https://thanos.io/tip/components/store.md/',
    applies: ({ spec }) => spec.sendsTo === null,
    broken: (cluster) => {
      const deletes = Math.min(...secondsOf(cluster.flag('thanos-compact', 'delete-delay')))
      return secondsOf(cluster.flags('thanos-store', 'ignore-deletion-marks-delay'))
        .filter((ignores) => ignores !== Math.floor(deletes / 2))
        .map((ignores) => `Store ignores after ${ignores} s, Compact deletes after ${deletes} s`)
    },
  },
  {
    setting: 'store.timePartitions',
    demands: 'a newest end that producers still have',
    why: 'what is between is in no answer',
    source: 'https://thanos.io/tip/components/store.md/#time-based-partitioning',
    applies: ({ spec }) => spec.store.timePartitions !== null,
    broken: (cluster) => {
      // A Store of an additional bucket has no end, and nothing that producers here still have.
      const own = storeWorkloads(cluster.spec).flatMap(({ name, bucket }) => (bucket === null ? [name] : []))
      const ends = cluster.pods
        .filter(({ workload }) => own.includes(workload.metadata.name))
        .flatMap(({ pod }) => pod.containers.filter(({ name }) => name === 'thanos-store'))
        .map(({ args }) => /--max-time=-(\S+)/.exec((args ?? []).join(' '))?.[1] ?? '0s')
      const { prometheus, receive } = cluster.spec
      const kept = seconds(receives(cluster) ? receive.ingestor.retention : prometheus.retention)
      return Math.min(...secondsOf(ends)) < kept ? [] : [`the newest ends ${ends.join()} ago`]
    },
  },
  {
    setting: 'receive.replicationFactor',
    demands: 'as many ingestors of every ring, and evictions that leave the quorum',
    why: 'routers refuse a smaller ring, and writes without quorum',
    source: 'https://thanos.io/tip/components/receive.md/#quorum',
    applies: receives,
    broken: (cluster) => {
      const [factor = 0] = cluster.flag('thanos-receive-router', 'receive.replication-factor').map(Number)
      const rings = JSON.parse(cluster.file('hashrings.json')) as { hashring: string; endpoints: unknown[] }[]
      const evicted = Number(cluster.one('PodDisruptionBudget', 'thanos-receive-ingestor').spec?.maxUnavailable)
      const quorum = factor === 2 ? 1 : Math.floor(factor / 2) + 1
      return [
        ...rings.filter(({ endpoints }) => endpoints.length < factor).map(({ hashring }) => hashring),
        ...(factor > 1 && factor - evicted < quorum ? [`${evicted} may be evicted`] : []),
      ]
    },
  },
]
