import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { receivedByLabel, replicaLabels } from '@thanos-fleet/authoring'
import type { Measured, MeasuredBlock } from '../measured.ts'

/** The blocks that Query gets whichever pod of a Store it asks: those that all pods of a StatefulSet serve. */
export function servedBlocks({ stores }: Pick<Measured, 'stores'>): MeasuredBlock[] {
  const workloads = Map.groupBy(stores, ({ workload }) => workload)
  const blocks = [...workloads.values()].flatMap(([first, ...others]) =>
    (first?.blocks ?? []).filter(({ id }) => others.every((other) => other.blocks.some((block) => block.id === id))),
  )
  return [...new Map(blocks.map((block) => [block.id, block])).values()]
}

/**
 * The blocks that a replica of Prometheus or an ingestor has uploaded and that are served. Blocks that Compact has
 * deduplicated have no label of a replica and are left out; the newest ones of a replica always have it.
 */
export function blocksOf(
  spec: ClusterSpec,
  blocks: readonly MeasuredBlock[],
  by: { prometheus: string } | { ingestor: string },
): MeasuredBlock[] {
  if ('ingestor' in by) {
    return blocks.filter(
      ({ labels }) => labels[replicaLabels.receive] === by.ingestor && labels[receivedByLabel] === spec.name,
    )
  }
  const own = Object.entries({ ...spec.externalLabels, [replicaLabels.prometheus]: by.prometheus })
  return blocks.filter(({ labels }) => own.every(([name, value]) => labels[name] === value))
}

/** Where the newest of some blocks ends; null where there is none. */
export function endOf(blocks: readonly MeasuredBlock[]): number | null {
  return blocks.length === 0 ? null : Math.max(...blocks.map(({ maxTime }) => maxTime))
}
