import type { FleetSpec } from '@thanos-fleet/cluster-spec'
import type { GitRepository, Kustomization as FluxKustomization } from '@thanos-fleet/kubernetes'
import { hash } from 'node:crypto'
import { type FleetCluster, inRepository } from '../fleet.ts'

/**
 * Flux writes the name of a Kustomization into a label of every object, and a label's value has 63 characters at most.
 */
const longestName = 63

/**
 * The name of the objects by which Flux follows a cluster's folder. It contains the cluster's name: an object of one
 * name that is applied with another path deletes what the first path had.
 */
export function fluxName(cluster: string, { gitops }: Pick<FleetSpec, 'gitops'>): string {
  const name = gitops.flux.name.replaceAll('{cluster}', cluster)
  if (name.length <= longestName) return name
  const digest = hash('sha256', name).slice(0, 8)
  return `${name.slice(0, longestName - digest.length - 1).replace(/[-.]+$/, '')}-${digest}`
}

function metadataOf({ name }: FleetCluster, fleet: FleetSpec): { name: string; namespace: string } {
  return { name: fluxName(name, fleet), namespace: fleet.gitops.flux.namespace }
}

/** Where the Flux of a cluster finds the folders that the cluster is built from, and no others. */
export function gitRepository(cluster: FleetCluster, fleet: FleetSpec): GitRepository {
  const { fluxUrl, revision, path, secretRef } = fleet.repository
  const ofRing = fleet.rings?.find(({ name }) => name === cluster.ring)?.revision ?? null
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: metadataOf(cluster, fleet),
    spec: {
      interval: '5m',
      timeout: '2m',
      url: fluxUrl,
      ref: refOf(ofRing ?? revision),
      ...(secretRef === null ? {} : { secretRef: { name: secretRef } }),
      sparseCheckout: [cluster.path, ...cluster.dependsOnPaths].map((one) => inRepository(path, one)).toSorted(),
    },
  }
}

/** A branch by its name alone, a commit, or any other reference by its full name. */
function refOf(revision: string): NonNullable<GitRepository['spec']['ref']> {
  if (/^[0-9a-f]{40}$/.test(revision)) return { commit: revision }
  return revision.startsWith('refs/') ? { name: revision } : { branch: revision }
}

/** What the Flux of a cluster applies. It depends on nothing: the folder holds all that the stack needs. */
export function fluxKustomization(cluster: FleetCluster, fleet: FleetSpec): FluxKustomization {
  const metadata = metadataOf(cluster, fleet)
  const { decryption } = fleet.gitops.flux
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata,
    spec: {
      interval: '30m',
      retryInterval: '2m',
      // A StatefulSet that replays its log, one pod after the other, takes its time.
      timeout: '30m',
      path: `./${inRepository(fleet.repository.path, cluster.path)}`,
      sourceRef: { kind: 'GitRepository', name: metadata.name },
      ...(decryption === null
        ? {}
        : {
            decryption: {
              provider: decryption.provider,
              ...(decryption.secretRef === null ? {} : { secretRef: { name: decryption.secretRef } }),
            },
          }),
      prune: true,
      wait: true,
      // Deleting this object stops the synchronisation and deletes nothing else.
      deletionPolicy: 'Orphan',
    },
  }
}
