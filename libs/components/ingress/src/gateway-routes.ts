import type { GRPCRoute, HTTPRoute, KubeObject, TLSRoute } from '@thanos-fleet/kubernetes'
import { gatewayName } from './own-gateway.ts'
import type { Page } from './pages.ts'
import { loginName, published, type Publishing } from './publishing.ts'

/** Routes of the Gateway API. TLS ends at the listener of the Gateway; authentication is a filter of the implementation. */
export function gatewayRoutes(settings: Publishing, pages: Page[]): KubeObject[] {
  return pages.map((page) => routeOf(page)(settings, page))
}

function routeOf({ passthrough, grpc }: Page): (settings: Publishing, page: Page) => KubeObject {
  if (passthrough) return tlsRoute
  return grpc ? grpcRoute : httpRoute
}

function httpRoute(settings: Publishing, page: Page): HTTPRoute {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: published(page.name, settings),
    spec: {
      parentRefs: parents(settings, page),
      hostnames: [page.host],
      rules: [
        {
          ...filters(settings, page),
          backendRefs: [{ name: page.service, port: page.port }],
          // By default up to the gateway: 15 s with Envoy, and none with Traefik.
          timeouts: { request: `${settings.wait}s`, backendRequest: `${settings.wait}s` },
        },
      ],
    },
  }
}

/** A GRPCRoute has no timeouts (Gateway API 1.5): they are those of the gateway. */
function grpcRoute(settings: Publishing, page: Page): GRPCRoute {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GRPCRoute',
    metadata: published(page.name, settings),
    spec: {
      parentRefs: parents(settings, page),
      hostnames: [page.host],
      rules: [{ ...filters(settings, page), backendRefs: [{ name: page.service, port: page.port }] }],
    },
  }
}

/** A connection that is passed on by the name that its client asks for. Standard since Gateway API 1.5. */
function tlsRoute(settings: Publishing, page: Page): TLSRoute {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TLSRoute',
    metadata: published(page.name, settings),
    spec: {
      parentRefs: parents(settings, page),
      hostnames: [page.host],
      rules: [{ backendRefs: [{ name: page.service, port: page.port }] }],
    },
  }
}

/** A page is at one listener: a route without a section would also be at one that asks nobody for a certificate. */
function parents({ gateway }: Publishing, page: Page) {
  if (gateway === null) return [{ name: gatewayName, sectionName: page.name }]
  const { name, namespace } = gateway
  const sectionName = page.byCertificate ? gateway.grpcSectionName : gateway.sectionName
  return [{ name, namespace, ...(sectionName === null ? {} : { sectionName }) }]
}

function filters({ authentication: by, reader }: Publishing, { hasLogin }: Page) {
  if (hasLogin) return {}
  // Users of Envoy Gateway are asked for by a policy that names the routes.
  if (!('gatewayFilter' in by)) return reader === 'traefik' ? filter('traefik.io', 'Middleware', loginName) : {}
  const { group, kind, name } = by.gatewayFilter
  return filter(group, kind, name)
}

function filter(group: string, kind: string, name: string) {
  return { filters: [{ type: 'ExtensionRef' as const, extensionRef: { group, kind, name } }] }
}
