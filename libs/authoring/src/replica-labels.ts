import {
  type ClusterSpec,
  deduplicatesTenants,
  receivedByLabel,
  replicaLabels,
  tenantLabel,
} from '@thanos-fleet/cluster-spec'

/**
 * All labels by which copies of one series differ, as Query wants them. They are the same in all clusters, so those that
 * it reads need no others: of copies it only counts what it is told itself, whatever their own Query is told.
 * Source: selectFn in pkg/query/querier.go of Thanos 0.42
 */
export function queryReplicaLabels(spec: ClusterSpec): string[] {
  return [...Object.values(replicaLabels), receivedByLabel, ...(deduplicatesTenants(spec) ? [tenantLabel] : [])]
}
