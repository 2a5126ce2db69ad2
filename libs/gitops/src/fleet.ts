import type { Mode } from '@thanos-fleet/cluster-spec'
import type { Scope } from './scope.ts'

/** What GitOps controllers have to know of a cluster. */
export interface FleetCluster {
  name: string
  mode: Mode
  /** The rollout ring. */
  ring: string
  /** The folder of its kustomization, from the repository's root. */
  path: string
  /** The other folders of the repository that its kustomization takes in, from the root. */
  dependsOnPaths: readonly string[]
  /** What of Kubernetes it needs: see `scopeOf`. */
  scope: Scope
}

/** Where controllers find the repository. */
export interface Repository {
  /** As Argo CD and Flux take it: `https://…` or `ssh://…`. */
  url: string
  /** The branch that clusters follow. */
  revision: string
}
