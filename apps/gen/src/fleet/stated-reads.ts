import { type Fleet, linkFleet, loadCluster, type Provenance } from '@thanos-fleet/cluster-spec'
import { listClusters } from './list-clusters.ts'
import { openCluster } from './read-cluster.ts'

/**
 * For `explain`: whom each cluster reads and who reads it, by name, with the line of whichever file says so. Only the
 * clusters that can be understood are among them.
 */
export function statedReads(repository: string, fleet: Fleet): Map<string, Provenance[]> {
  const { names, abandoned } = listClusters(repository)
  const members = names.flatMap((name) => {
    const source = openCluster(repository, name)
    if (!('folder' in source)) return []
    const loaded = loadCluster(source.file, source.folder, fleet)
    return loaded.ok ? [loaded] : []
  })
  const rows = new Map<string, Provenance[]>(names.map((name) => [name, []]))
  for (const { by, cluster, address, file, line } of linkFleet(members, { names, gone: abandoned }).reads) {
    const from = `${file}:${line}` as const
    rows.get(by)?.push({ path: `reads ${cluster}`, value: address, from })
    rows.get(cluster)?.push({ path: `is read by ${by}`, value: address, from })
  }
  return rows
}
