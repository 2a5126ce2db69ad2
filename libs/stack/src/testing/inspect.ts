import { type ClusterSpec, completeDefaults, type Mode } from '@thanos-fleet/cluster-spec'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '../desired.ts'
import { ClusterObjects } from '../obligations/cluster-objects.ts'

/** The objects of a cluster without patches, to be asked by tests. */
export class Cluster extends ClusterObjects {
  constructor(spec: ClusterSpec) {
    super(spec, rendered(desired(spec)))
  }
}

/** A cluster with all optional parts of its mode. */
export function complete(mode: Mode, change: Partial<ClusterSpec> = {}): Cluster {
  return new Cluster({ ...completeDefaults(mode, 'test'), ...change })
}
