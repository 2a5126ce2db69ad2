// Generated from the CustomResourceDefinitions of github.com/external-secrets/external-secrets.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'

export type ExternalSecret = {
  apiVersion: 'external-secrets.io/v1'
  kind: 'ExternalSecret'
  metadata: Metadata
  spec: ExternalSecretSpec
}
type RemoteRef = {
  conversionStrategy?: 'Default' | 'Unicode' | undefined
  decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None' | undefined
  key: string
  metadataPolicy?: 'None' | 'Fetch' | undefined
  property?: string | undefined
  version?: string | undefined
}
type StoreRef = {
  kind?: 'SecretStore' | 'ClusterSecretStore' | undefined
  name?: string | undefined
}
type SourceRef = {
  generatorRef?: {
    apiVersion?: string | undefined
    kind: 'ACRAccessToken' | 'ClusterGenerator' | 'CloudsmithAccessToken' | 'ECRAuthorizationToken' | 'Fake' | 'GCRAccessToken' | 'GithubAccessToken' | 'QuayAccessToken' | 'Password' | 'SSHKey' | 'STSSessionToken' | 'UUID' | 'VaultDynamicSecret' | 'Webhook' | 'Grafana' | 'MFA'
    name: string
  } | undefined
  storeRef?: StoreRef | undefined
}
type ConfigMap = {
  items: {
    key: string
    templateAs?: 'Values' | 'KeysAndValues' | undefined
  }[]
  name: string
}
export type ExternalSecretSpec = {
  data?: {
    remoteRef: RemoteRef
    secretKey: string
    sourceRef?: SourceRef | undefined
  }[] | undefined
  dataFrom?: {
    extract?: RemoteRef | undefined
    find?: {
      conversionStrategy?: 'Default' | 'Unicode' | undefined
      decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None' | undefined
      name?: {
        regexp?: string | undefined
      } | undefined
      path?: string | undefined
      tags?: Record<string, string> | undefined
    } | undefined
    rewrite?: {
      merge?: {
        conflictPolicy?: 'Ignore' | 'Error' | undefined
        into?: string | undefined
        priority?: string[] | undefined
        priorityPolicy?: 'IgnoreNotFound' | 'Strict' | undefined
        strategy?: 'Extract' | 'JSON' | undefined
      } | undefined
      regexp?: {
        source: string
        target: string
      } | undefined
      transform?: {
        template: string
      } | undefined
    }[] | undefined
    sourceRef?: SourceRef | undefined
  }[] | undefined
  refreshInterval?: string | undefined
  refreshPolicy?: 'CreatedOnce' | 'Periodic' | 'OnChange' | undefined
  secretStoreRef?: StoreRef | undefined
  target?: {
    creationPolicy?: 'Owner' | 'Orphan' | 'Merge' | 'None' | undefined
    deletionPolicy?: 'Delete' | 'Merge' | 'Retain' | undefined
    immutable?: boolean | undefined
    manifest?: {
      apiVersion: string
      kind: string
    } | undefined
    name?: string | undefined
    template?: {
      data?: Record<string, string> | undefined
      engineVersion?: 'v2' | undefined
      mergePolicy?: 'Replace' | 'Merge' | undefined
      metadata?: {
        annotations?: Record<string, string> | undefined
        finalizers?: string[] | undefined
        labels?: Record<string, string> | undefined
      } | undefined
      templateFrom?: {
        configMap?: ConfigMap | undefined
        literal?: string | undefined
        secret?: ConfigMap | undefined
        target?: string | undefined
      }[] | undefined
      type?: string | undefined
    } | undefined
  } | undefined
}
