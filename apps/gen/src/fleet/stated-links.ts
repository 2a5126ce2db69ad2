import { type Fleet, linkFleet, loadCluster, type Provenance } from '@thanos-fleet/cluster-spec'
import { listClusters } from './list-clusters.ts'
import { openCluster } from './read-cluster.ts'

/**
 * For `explain`: what each cluster does with others and they with it, by name, with the line of whichever file says so. Only the
 * clusters that can be understood are among them.
 */
export function statedLinks(repository: string, fleet: Fleet): Map<string, Provenance[]> {
  const { names, abandoned } = listClusters(repository)
  const members = names.flatMap((name) => {
    const source = openCluster(repository, name)
    if (!('folder' in source)) return []
    const loaded = loadCluster(source.file, source.folder, fleet)
    return loaded.ok ? [loaded] : []
  })
  const rows = new Map<string, Provenance[]>(names.map((name) => [name, []]))
  for (const { by, does, cluster, address, file, line } of linkFleet(members, { names, gone: abandoned }).stated) {
    const from = `${file}:${line}` as const
    rows.get(by)?.push({ path: `${does} ${cluster}`, value: address, from })
    rows.get(cluster)?.push({ path: `${passive[does]} ${by}`, value: address, from })
  }
  return rows
}

const passive = { reads: 'is read by', 'sends to': 'takes from' } as const
