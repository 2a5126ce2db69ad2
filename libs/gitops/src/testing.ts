import { type Fleet, loadFleet } from '@thanos-fleet/cluster-spec'
import type { FleetCluster } from './fleet.ts'

/** For tests: the fleet of a `fleet.yaml`. */
export function fleetOf(text: string): Fleet {
  const { fleet, diagnostics } = loadFleet(text)
  if (fleet === undefined) throw new Error(JSON.stringify(diagnostics))
  return fleet
}

export const fleet = fleetOf('repository: { url: https://github.com/example/fleet.git }')

/** For tests: a cluster that takes in what its name says. */
export function fleetCluster(name: string, changes: Partial<FleetCluster> = {}): FleetCluster {
  const mode = changes.mode ?? 'sidecar-mode'
  return {
    name,
    mode,
    ring: 'production',
    thanos: 'v0.42.4',
    externalLabels: { cluster: name },
    storeApi: null,
    destination: { name },
    claims: [],
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
