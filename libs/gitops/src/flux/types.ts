import type { KubeObject } from '@thanos-fleet/kubernetes'

/** https://fluxcd.io/flux/components/source/gitrepositories/ */
export interface GitRepository extends KubeObject {
  apiVersion: 'source.toolkit.fluxcd.io/v1'
  kind: 'GitRepository'
  spec: {
    interval: string
    timeout: string
    url: string
    ref: { branch: string }
    /** The only directories that are checked out. */
    sparseCheckout: string[]
  }
}

/** https://fluxcd.io/flux/components/kustomize/kustomizations/ */
export interface FluxKustomization extends KubeObject {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1'
  kind: 'Kustomization'
  spec: {
    interval: string
    retryInterval: string
    timeout: string
    path: string
    sourceRef: { kind: 'GitRepository'; name: string }
    prune: boolean
    wait: boolean
    deletionPolicy: 'MirrorPrune' | 'Delete' | 'WaitForTermination' | 'Orphan'
  }
}
