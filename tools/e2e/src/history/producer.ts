import { queryReplicaLabels, receivedByLabel, replicaLabels, tenantLabel } from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { Labels } from './samples.ts'

/** Where the labels of a series are: on its block, or on the series itself. */
export interface Producer {
  /** External labels of the blocks. */
  block: Labels
  /** Labels of each series within. */
  series: Labels
}

/**
 * The labels with which the mode's own producer would upload history: a sidecar puts Prometheus' external labels on the
 * blocks; through Receive they come with the series, and the blocks have the ingestor's own.
 * @param run a name of its own, so that two histories are two groups of blocks: Compact halts when blocks of one overlap
 */
export function producerOf({ mode, name, externalLabels, receive: { tenant } }: ClusterSpec, run: string): Producer {
  const prometheus = { ...externalLabels, [replicaLabels.prometheus]: `history-${run}` }
  if (mode !== 'receive-mode') return { block: prometheus, series: { run } }
  return {
    block: { [replicaLabels.receive]: `history-${run}`, [receivedByLabel]: name, [tenantLabel]: tenant },
    series: { run, ...prometheus },
  }
}

/** The labels that the mode adds to each series, as Query shows them with copies made one: none by which copies differ. */
export function shownLabels(spec: ClusterSpec): Labels {
  const {
    block,
    series: { run: _ownName, ...series },
  } = producerOf(spec, '')
  const hidden = new Set(queryReplicaLabels(spec))
  return Object.fromEntries(Object.entries({ ...block, ...series }).filter(([name]) => !hidden.has(name)))
}
