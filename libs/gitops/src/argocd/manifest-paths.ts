import { type Mode, modes } from '@thanos-fleet/cluster-spec'
import { type FleetCluster, inRepository } from '../fleet.ts'
import { byMode } from './go-template.ts'

/**
 * The value of `argocd.argoproj.io/manifest-generate-paths`: the paths whose change makes Argo CD build a cluster
 * again. A commit that touches none of them costs nothing, which is what keeps a repository with many clusters usable.
 *
 * `.` is the cluster's own folder, paths with `/` count from the repository's root. A folder that any cluster of a mode
 * takes in counts for all clusters of the mode: too many are only slow, one too few would hide a change.
 *
 * @param folder where `overlays/` is in the repository
 */
export function manifestGeneratePaths(clusters: readonly FleetCluster[], folder = ''): string {
  const inUse = modes.filter((mode) => clusters.some((cluster) => cluster.mode === mode))
  const all = [...new Set(inUse.flatMap((mode) => pathsOf(clusters, mode, folder)))].toSorted()
  const common = all.filter((path) => inUse.every((mode) => pathsOf(clusters, mode, folder).includes(path)))
  const own = byMode((mode) =>
    pathsOf(clusters, mode, folder)
      .filter((path) => !common.includes(path))
      .join(';'),
  )
  return ['.', ...common, ...(own === '""' ? [] : [`{{ ${own} }}`])].join(';')
}

/** The mode's own overlay is written as the template's expression, which is the same for all modes. */
function pathsOf(clusters: readonly FleetCluster[], mode: Mode, folder: string): string[] {
  const paths = clusters.filter((cluster) => cluster.mode === mode).flatMap(({ dependsOnPaths }) => dependsOnPaths)
  return [
    ...new Set(
      paths.map((path) => `/${inRepository(folder, path === `overlays/${mode}` ? 'overlays/{{ .mode }}' : path)}`),
    ),
  ].toSorted()
}
