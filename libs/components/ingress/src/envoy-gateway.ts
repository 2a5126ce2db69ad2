import type { BackendTrafficPolicy, SecurityPolicy } from '@thanos-fleet/kubernetes'
import type { Page } from './pages.ts'
import { loginName, metadata, type Publishing } from './publishing.ts'

const group = 'gateway.networking.k8s.io'

/** Asks for users at the pages that have no login: a policy that names the routes. Their Secret has the key `.htpasswd`. */
export function users({ authentication: by, namespace }: Publishing, pages: Page[]): SecurityPolicy[] {
  const guarded = pages.filter(({ hasLogin }) => !hasLogin)
  if (!('basicAuthSecret' in by) || guarded.length === 0) return []
  return [
    {
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'SecurityPolicy',
      metadata: metadata(loginName, namespace),
      spec: {
        targetRefs: guarded.map(({ name }) => ({ group, kind: 'HTTPRoute', name })),
        basicAuth: { users: { group: '', kind: 'Secret', name: by.basicAuthSecret } },
      },
    },
  ]
}

/** The time for an answer over gRPC, which is 15 s with Envoy and has no word in a GRPCRoute. */
export function grpcTimeout({ namespace, wait }: Publishing, pages: Page[]): BackendTrafficPolicy[] {
  return pages
    .filter(({ grpc }) => grpc)
    .map(({ name }) => ({
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'BackendTrafficPolicy',
      metadata: metadata(name, namespace),
      spec: {
        targetRefs: [{ group, kind: 'GRPCRoute', name }],
        timeout: { http: { requestTimeout: `${wait}s` } },
      },
    }))
}
