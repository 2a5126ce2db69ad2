import {
  type ClusterSpec,
  deduplicatesTenants,
  receivedByLabel,
  replicaLabels,
  tenantLabel,
} from '@thanos-fleet/cluster-spec'

/** All labels by which copies of one series differ, as Query wants them. */
export function queryReplicaLabels(spec: ClusterSpec): string[] {
  return [...Object.values(replicaLabels), receivedByLabel, ...(deduplicatesTenants(spec) ? [tenantLabel] : [])]
}
