import type { CustomResourceModule } from '@thanos-fleet/schemas'

/** Custom kinds of one API version that are authored. */
export interface CustomKinds {
  /** Name of the generated file, without `.ts`. */
  file: string
  module: CustomResourceModule
  group: string
  version: string
  kinds: readonly string[]
}

export const customKinds: readonly CustomKinds[] = [
  {
    file: 'traefik',
    module: 'github.com/traefik/traefik/v3',
    group: 'traefik.io',
    version: 'v1alpha1',
    kinds: ['IngressRoute', 'IngressRouteTCP', 'Middleware', 'ServersTransport', 'TLSOption'],
  },
  {
    file: 'gateway-api',
    module: 'sigs.k8s.io/gateway-api',
    group: 'gateway.networking.k8s.io',
    version: 'v1',
    kinds: ['BackendTLSPolicy', 'GRPCRoute', 'Gateway', 'HTTPRoute', 'TLSRoute'],
  },
  {
    file: 'gateway-api-v1beta1',
    module: 'sigs.k8s.io/gateway-api',
    group: 'gateway.networking.k8s.io',
    version: 'v1beta1',
    kinds: ['ReferenceGrant'],
  },
  {
    file: 'envoy-gateway',
    module: 'github.com/envoyproxy/gateway',
    group: 'gateway.envoyproxy.io',
    version: 'v1alpha1',
    kinds: ['BackendTrafficPolicy', 'SecurityPolicy'],
  },
  {
    file: 'cert-manager',
    module: 'github.com/cert-manager/cert-manager',
    group: 'cert-manager.io',
    version: 'v1',
    kinds: ['Certificate', 'Issuer'],
  },
  {
    file: 'external-secrets',
    module: 'github.com/external-secrets/external-secrets',
    group: 'external-secrets.io',
    version: 'v1',
    kinds: ['ExternalSecret'],
  },
  {
    file: 'argo-cd',
    module: 'github.com/argoproj/argo-cd/v3',
    group: 'argoproj.io',
    version: 'v1alpha1',
    kinds: ['Application', 'ApplicationSet', 'AppProject'],
  },
  {
    file: 'flux-kustomize',
    module: 'github.com/fluxcd/kustomize-controller',
    group: 'kustomize.toolkit.fluxcd.io',
    version: 'v1',
    kinds: ['Kustomization'],
  },
  {
    file: 'flux-source',
    module: 'github.com/fluxcd/source-controller',
    group: 'source.toolkit.fluxcd.io',
    version: 'v1',
    kinds: ['GitRepository'],
  },
]
