import type { GitRepository, Kustomization as FluxKustomization } from '@thanos-fleet/kubernetes'
import type { FleetCluster, Repository } from '../fleet.ts'

const metadata = { name: 'thanos-fleet', namespace: 'flux-system' }

/** Where the Flux of a cluster finds the folders that the cluster is built from, and no others. */
export function gitRepository(cluster: FleetCluster, { url, revision }: Repository): GitRepository {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata,
    spec: {
      interval: '5m',
      timeout: '2m',
      url,
      ref: { branch: revision },
      sparseCheckout: [cluster.path, ...cluster.dependsOnPaths].toSorted(),
    },
  }
}

/** What the Flux of a cluster applies. It depends on nothing: the folder holds all that the stack needs. */
export function fluxKustomization(cluster: FleetCluster): FluxKustomization {
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata,
    spec: {
      interval: '30m',
      retryInterval: '2m',
      // A StatefulSet that replays its log, one pod after the other, takes its time.
      timeout: '30m',
      path: `./${cluster.path}`,
      sourceRef: { kind: 'GitRepository', name: metadata.name },
      prune: true,
      wait: true,
      // Deleting this object stops the synchronisation and deletes nothing else.
      deletionPolicy: 'Orphan',
    },
  }
}
