import { type ClusterSpec, publishedAt, thanosTag } from '@thanos-fleet/cluster-spec'
import type { State } from '@thanos-fleet/kustomize'
import { claimsOf } from './claims.ts'
import type { FleetCluster } from './fleet.ts'
import { scopeOf } from './scope.ts'

/**
 * What GitOps controllers have to know of a cluster.
 *
 * @param state all that is deployed with it
 * @param dependsOnPaths the folders that its kustomization takes in
 */
export function fleetCluster(spec: ClusterSpec, state: State, dependsOnPaths: readonly string[]): FleetCluster {
  const { name, mode, ring, gitops, externalLabels } = spec
  const published = publishedAt(spec)
  return {
    name,
    mode,
    ring,
    thanos: thanosTag(spec),
    externalLabels,
    storeApi: published === null ? null : `${published.host}:${published.port}`,
    destination: gitops.destination,
    path: `clusters/${name}`,
    dependsOnPaths,
    scope: scopeOf(state),
    claims: claimsOf(state),
  }
}
