import type { Path } from '@thanos-fleet/cluster-spec'

/** Why a cluster may not become what `cluster.yaml` says from what it was generated as last. */
export interface RefusedChange {
  code: string
  /** The setting that changed. */
  path: Path
  message: string
  remedy: string
}
