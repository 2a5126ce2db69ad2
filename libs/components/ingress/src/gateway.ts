import type { GRPCRoute, HTTPRoute, KubeObject } from '@thanos-fleet/kubernetes'
import type { Page } from './pages.ts'
import { published, type Publishing } from './publishing.ts'

/**
 * Routes of the Gateway API. TLS ends at the listener of the Gateway; authentication is a filter of the implementation.
 * Source: https://gateway-api.sigs.k8s.io/reference/spec/
 */
export function gatewayRoutes(settings: Publishing, pages: Page[]): KubeObject[] {
  return pages.map((page) => (page.grpc ? grpcRoute(settings, page) : httpRoute(settings, page)))
}

function httpRoute(settings: Publishing, page: Page): HTTPRoute {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: published(page.name, settings),
    spec: {
      parentRefs: parents(settings),
      hostnames: [page.host],
      rules: [
        {
          ...filters(settings, page),
          backendRefs: [{ name: page.service, port: page.port }],
          // By default up to the gateway: 15 s with Envoy.
          timeouts: { request: `${settings.wait}s`, backendRequest: `${settings.wait}s` },
        },
      ],
    },
  }
}

function grpcRoute(settings: Publishing, page: Page): GRPCRoute {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GRPCRoute',
    metadata: published(page.name, settings),
    spec: {
      parentRefs: parents(settings),
      hostnames: [page.host],
      rules: [{ ...filters(settings, page), backendRefs: [{ name: page.service, port: page.port }] }],
    },
  }
}

function parents({ gateway }: Publishing) {
  if (gateway === null) return []
  const { name, namespace, sectionName } = gateway
  return [{ name, namespace, ...(sectionName === null ? {} : { sectionName }) }]
}

function filters({ authentication: by }: Publishing, { hasLogin }: Page) {
  if (hasLogin || !('gatewayFilter' in by)) return {}
  const { group, kind, name } = by.gatewayFilter
  return { filters: [{ type: 'ExtensionRef' as const, extensionRef: { group, kind, name } }] }
}
