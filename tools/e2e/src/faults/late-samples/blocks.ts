import { replicaLabels, tenantLabel } from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { Block } from '../../history/block.ts'
import { ownIngestors } from '../../workspace/rings.ts'

/** Milliseconds between two late samples. */
const step = 15_000

/** Times of late samples, every 15 s. @param from how many minutes ago the first is, and `to` the last */
export function lateTimes(now: number, from: number, to: number): number[] {
  const [first, end] = [now - from * 60_000, now - to * 60_000].map((time) => Math.floor(time / step) * step)
  const times: number[] = []
  for (let time = first ?? now; time < (end ?? now); time += step) times.push(time)
  return times
}

/** Whether a block is of an ingestor that stores what the cluster's own Prometheus writes. */
export function ofIngestors({ receive }: ClusterSpec): (block: Block) => boolean {
  const pods = new Set(ownIngestors(receive))
  return ({ labels }) => labels[tenantLabel] === receive.tenant && pods.has(labels[replicaLabels.receive] ?? '')
}
