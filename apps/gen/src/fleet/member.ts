import type { Member, Named } from './generator.ts'
import { clustersFolder } from './list-clusters.ts'
import { openCluster } from './read-cluster.ts'

/** A cluster that was read, with the way to read it again. */
export function memberOf<Spec extends Named>(repository: string, name: string, spec: Spec): Member<Spec> {
  return {
    path: `${clustersFolder}/${name}/cluster.yaml`,
    spec,
    source() {
      const source = openCluster(repository, name)
      return 'folder' in source ? source : undefined
    },
  }
}
