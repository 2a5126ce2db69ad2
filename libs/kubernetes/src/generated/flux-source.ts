// Generated from the CustomResourceDefinitions of github.com/fluxcd/source-controller.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'

export type GitRepository = {
  apiVersion: 'source.toolkit.fluxcd.io/v1'
  kind: 'GitRepository'
  metadata: Metadata
  spec: GitRepositorySpec
}
export type GitRepositorySpec = {
  ignore?: string | undefined
  include?: {
    fromPath?: string | undefined
    repository: {
      name: string
    }
    toPath?: string | undefined
  }[] | undefined
  interval: string
  provider?: 'generic' | 'aws' | 'azure' | 'github' | undefined
  proxySecretRef?: {
    name: string
  } | undefined
  recurseSubmodules?: boolean | undefined
  ref?: {
    branch?: string | undefined
    commit?: string | undefined
    name?: string | undefined
    semver?: string | undefined
    tag?: string | undefined
  } | undefined
  secretRef?: {
    name: string
  } | undefined
  serviceAccountName?: string | undefined
  sparseCheckout?: string[] | undefined
  suspend?: boolean | undefined
  timeout?: string | undefined
  url: string
  verify?: {
    mode?: 'head' | 'HEAD' | 'Tag' | 'TagAndHEAD' | undefined
    secretRef: {
      name: string
    }
  } | undefined
}
