// Generated from the CustomResourceDefinitions of sigs.k8s.io/gateway-api.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'

export type ReferenceGrant = {
  apiVersion: 'gateway.networking.k8s.io/v1beta1'
  kind: 'ReferenceGrant'
  metadata: Metadata
  spec: ReferenceGrantSpec
}
export type ReferenceGrantSpec = {
  from: {
    group: string
    kind: string
    namespace: string
  }[]
  to: {
    group: string
    kind: string
    name?: string | undefined
  }[]
}
