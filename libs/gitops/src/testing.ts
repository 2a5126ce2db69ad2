import type { FleetCluster, Repository } from './fleet.ts'

export const repository: Repository = { url: 'https://git.example.com/fleet.git', revision: 'main' }

/** For tests: a cluster that takes in what its name says. */
export function fleetCluster(name: string, changes: Partial<FleetCluster> = {}): FleetCluster {
  const mode = changes.mode ?? 'sidecar-mode'
  return {
    name,
    mode,
    ring: 'production',
    path: `clusters/${name}`,
    dependsOnPaths: [`overlays/${mode}`, 'overlays/base/prometheus'],
    scope: {
      namespaces: ['thanos'],
      clusterKinds: [{ group: '', kind: 'Namespace' }],
      namespacedKinds: [{ group: 'apps', kind: 'StatefulSet' }],
    },
    ...changes,
  }
}
