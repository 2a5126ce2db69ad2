import type { Destination, Mode } from '@thanos-fleet/cluster-spec'
import type { Claim } from './claim.ts'
import type { Scope } from './scope.ts'

/** What GitOps controllers have to know of a cluster. */
export interface FleetCluster {
  name: string
  mode: Mode
  /** The rollout ring. */
  ring: string
  /** The tag of its image of Thanos. */
  thanos: string
  externalLabels: Readonly<Record<string, string>>
  /** Where its StoreAPI is published for other clusters, `host:port`; null: nowhere. */
  storeApi: string | null
  /** The cluster as Argo CD has it registered. */
  destination: Destination
  /** The folder of its kustomization, from the folder of `clusters/` and `overlays/`. */
  path: string
  /** The other folders that its kustomization takes in, from the same folder. */
  dependsOnPaths: readonly string[]
  /** What of Kubernetes it needs: see `scopeOf`. */
  scope: Scope
  /** What two stacks cannot both have on one Kubernetes cluster: see `claimsOf`. */
  claims: readonly Claim[]
}

/** A path from the root of the repository, where `clusters/` and `overlays/` may be in a folder of a larger one. */
export function inRepository(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}
