import type { LoadedCluster } from '@thanos-fleet/cluster-spec'

/** A cluster.yaml that is accepted. */
export interface Accepted {
  name: string
  text: string
  cluster: LoadedCluster
}
