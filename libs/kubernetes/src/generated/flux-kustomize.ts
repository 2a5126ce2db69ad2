// Generated from the CustomResourceDefinitions of github.com/fluxcd/kustomize-controller.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'

export type Kustomization = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1'
  kind: 'Kustomization'
  metadata: Metadata
  spec: KustomizationSpec
}
type Target = {
  annotationSelector?: string | undefined
  group?: string | undefined
  kind?: string | undefined
  labelSelector?: string | undefined
  name?: string | undefined
  namespace?: string | undefined
  version?: string | undefined
}
export type KustomizationSpec = {
  buildMetadata?: ('originAnnotations' | 'transformerAnnotations')[] | undefined
  commonMetadata?: {
    annotations?: Record<string, string> | undefined
    labels?: Record<string, string> | undefined
  } | undefined
  components?: string[] | undefined
  decryption?: {
    provider: 'sops'
    secretRef?: {
      name: string
    } | undefined
    serviceAccountName?: string | undefined
  } | undefined
  deletionPolicy?: 'MirrorPrune' | 'Delete' | 'WaitForTermination' | 'Orphan' | undefined
  dependsOn?: {
    name: string
    namespace?: string | undefined
    readyExpr?: string | undefined
  }[] | undefined
  force?: boolean | undefined
  healthCheckExprs?: {
    apiVersion: string
    current: string
    failed?: string | undefined
    inProgress?: string | undefined
    kind?: string | undefined
  }[] | undefined
  healthChecks?: {
    apiVersion?: string | undefined
    kind: string
    name: string
    namespace?: string | undefined
  }[] | undefined
  ignore?: {
    paths: string[]
    target?: Target | undefined
  }[] | undefined
  ignoreMissingComponents?: boolean | undefined
  images?: {
    digest?: string | undefined
    name: string
    newName?: string | undefined
    newTag?: string | undefined
  }[] | undefined
  interval: string
  kubeConfig?: {
    configMapRef?: {
      name: string
    } | undefined
    secretRef?: {
      key?: string | undefined
      name: string
    } | undefined
  } | undefined
  namePrefix?: string | undefined
  nameSuffix?: string | undefined
  patches?: {
    patch: string
    target?: Target | undefined
  }[] | undefined
  path?: string | undefined
  postBuild?: {
    substitute?: Record<string, string> | undefined
    substituteFrom?: {
      kind: 'Secret' | 'ConfigMap'
      name: string
      optional?: boolean | undefined
    }[] | undefined
    substituteStrategy?: 'WithVariables' | 'Always' | undefined
  } | undefined
  prune: boolean
  retryInterval?: string | undefined
  serviceAccountName?: string | undefined
  sourceRef: {
    apiVersion?: string | undefined
    kind: 'OCIRepository' | 'GitRepository' | 'Bucket' | 'ExternalArtifact'
    name: string
    namespace?: string | undefined
  }
  suspend?: boolean | undefined
  targetNamespace?: string | undefined
  timeout?: string | undefined
  wait?: boolean | undefined
}
