// Generated from the list of custom kinds in tools/codegen.
// Write it again with: npm run generate -w @thanos-fleet/codegen

export type * from './traefik.ts'
export type * from './gateway-api.ts'
export type * from './gateway-api-v1beta1.ts'
export type * from './envoy-gateway.ts'
export type * from './cert-manager.ts'
export type * from './external-secrets.ts'
export type * from './argo-cd.ts'
export type * from './flux-kustomize.ts'
export type * from './flux-source.ts'
