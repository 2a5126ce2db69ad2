import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { folderOf, readDisk } from '../files/disk.ts'
import { type Last, readLast } from '../files/last.ts'
import { problem } from '../files/problems.ts'
import { errorCode } from '../files/tree.ts'
import { isClusterState } from './cluster-state.ts'
import { clustersFolder } from './list-clusters.ts'

/** What the folder of every cluster has. */
const alwaysGenerated = ['README.md', 'kustomization.yaml']

/** The state in which a cluster was generated last, without generating it. */
export function lastOfCluster(repository: string, name: string): { last: Last; problems: Diagnostic[] } {
  const root = `${clustersFolder}/${name}`
  try {
    const disk = readDisk(repository, root, true)
    const isGenerated = alwaysGenerated.some((path) => disk.tree.has(path))
    return readLast(folderOf(disk, { cluster: name, understands: isClusterState }, isGenerated))
  } catch (error) {
    return { last: { kind: 'unclear' }, problems: [problem.unreadable(root, errorCode(error))] }
  }
}
