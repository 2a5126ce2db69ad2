import { modes } from '@thanos-fleet/catalog'
import { seconds } from '@thanos-fleet/kubernetes'
import type { MigrationStage } from './migration-state.ts'
import type { FleetView } from './fleet/view.ts'
import type { ClusterSpec } from './spec.ts'

/** The ways that fresh data takes in a cluster. */
export interface DataPaths {
  /** Each Prometheus has a sidecar, which serves its data and uploads its blocks. */
  sidecars: boolean
  /** Routers and ingestors of Receive are deployed. */
  receivers: boolean
  /** Prometheus writes every sample to the routers too. */
  remoteWrite: boolean
  /** Query reads fresh data from the sidecars. */
  readSidecars: boolean
  /** Query reads fresh data from the ingestors. */
  readIngestors: boolean
}

const ways: Record<MigrationStage, DataPaths> = {
  'sidecar-only': { sidecars: true, receivers: false, remoteWrite: false, readSidecars: true, readIngestors: false },
  receivers: { sidecars: true, receivers: true, remoteWrite: false, readSidecars: true, readIngestors: false },
  'remote-write': { sidecars: true, receivers: true, remoteWrite: true, readSidecars: true, readIngestors: false },
  'read-both': { sidecars: true, receivers: true, remoteWrite: true, readSidecars: true, readIngestors: true },
  'read-receive': { sidecars: true, receivers: true, remoteWrite: true, readSidecars: false, readIngestors: true },
  'receive-only': { sidecars: false, receivers: true, remoteWrite: true, readSidecars: false, readIngestors: true },
}

/** Where a cluster is between the modes: at the end that its mode is, unless it is moving. */
export function migrationStageOf({ mode, migration }: Pick<ClusterSpec, 'mode' | 'migration'>): MigrationStage {
  return migration?.step ?? (modes[mode].receives ? 'receive-only' : 'sidecar-only')
}

/** What is left where another cluster has all of Thanos: Prometheus sends there, over a way that `links` say. */
const elsewhere: DataPaths = {
  sidecars: false,
  receivers: false,
  remoteWrite: false,
  readSidecars: false,
  readIngestors: false,
}

/** What decides about the ways of data. */
export type DataPathSettings = Pick<ClusterSpec, 'mode' | 'migration' | 'sendsTo'>

/** The ways of data in a cluster: the only place that decides about them by mode and step. */
export function dataPathsOf(spec: DataPathSettings): DataPaths {
  return spec.sendsTo === null ? ways[migrationStageOf(spec)] : elsewhere
}

/**
 * Whether Query takes copies of a series that differ in their tenant for one series. While a cluster moves it must:
 * Receive adds the label `tenant_id`, the sidecar's copy has none, and a sum would count both.
 */
export function deduplicatesTenants({ migration, query }: Pick<FleetView, 'migration' | 'query'>): boolean {
  return migration !== null || query.deduplicateTenants
}

/**
 * Whether Receive wrote blocks of the bucket, now or before a move whose blocks are still there. Blocks of one ingestor
 * overlap: by samples that are out of order, as long as their blocks exist and not only while a window is set.
 */
export function receiveWroteBlocks(spec: DataPathSettings & Pick<ClusterSpec, 'query'>): boolean {
  return dataPathsOf(spec).receivers || deduplicatesTenants(spec)
}

/** Whether sidecars upload blocks that overlap: Prometheus makes blocks of their own of samples that came late. */
export function sidecarsUploadOverlaps(spec: DataPathSettings & Pick<ClusterSpec, 'prometheus'>): boolean {
  return dataPathsOf(spec).sidecars && seconds(spec.prometheus.outOfOrderWindow) > 0
}

/**
 * Whether Compact merges overlapping blocks of one writer. Without, it halts at the first: nothing is compacted,
 * downsampled or deleted any more. With, equal samples become one, all others are kept, and blocks that do not overlap are
 * compacted as ever. Not always on, because blocks of sidecars do not overlap unless two Prometheus servers have equal labels:
 * then halting keeps them apart, and merging cannot be undone.
 * Source: https://thanos.io/tip/components/compact.md/#vertical-compactions
 */
export function mergesOverlaps(
  spec: DataPathSettings & Pick<ClusterSpec, 'query' | 'compact' | 'prometheus'>,
): boolean {
  return spec.compact.verticalCompaction || receiveWroteBlocks(spec) || sidecarsUploadOverlaps(spec)
}
