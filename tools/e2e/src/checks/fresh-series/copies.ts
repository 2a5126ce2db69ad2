import { replicaLabels } from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { Sample, Series } from '../../cluster/prom-api.ts'

/** How many copies of each series a mode keeps: one for each Prometheus, and through Receive as many again as it is replicated. */
export function copiesOf({ mode, prometheus, receive }: ClusterSpec): number {
  return prometheus.replicas * (mode === 'receive-mode' ? receive.replicationFactor : 1)
}

/** The samples of each pod of Prometheus, in the order of time: its copies put together. */
export function byPrometheus(series: readonly Series[]): Map<string, Sample[]> {
  const pods = Map.groupBy(series, ({ labels }) => labels[replicaLabels.prometheus] ?? '')
  return new Map(
    [...pods].map(([pod, copies]) => {
      const byTime = new Map(copies.flatMap(({ samples }) => samples).map((sample) => [sample.time, sample]))
      return [pod, [...byTime.values()].toSorted((a, b) => a.time - b.time)]
    }),
  )
}

/** The longest time, in milliseconds, between two samples, and from the ends of the span to the nearest. */
export function longestGap(samples: readonly Sample[], from: number, to: number): number {
  const times = [from, ...samples.map(({ time }) => time).filter((time) => time >= from && time < to), to]
  return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)))
}
