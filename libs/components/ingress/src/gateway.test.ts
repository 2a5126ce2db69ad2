import type { Ingress } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { encrypted, named, one, published } from './testing.ts'

const filter = { group: 'gateway.example', kind: 'Login', name: 'sso' }

const existing: Partial<Ingress> = {
  kind: 'Gateway',
  gateway: { name: 'public', namespace: 'gateways', sectionName: 'https', grpcSectionName: 'grpc' },
  authentication: { gatewayFilter: filter },
}

const envoy: Partial<Ingress> = { kind: 'Gateway', class: 'envoy', clientAuthority: { secret: 'readers' } }

describe('an existing Gateway', () => {
  const objects = published(existing)

  it('has pages at its listener, by the filter of the implementation', () => {
    expect(one(objects, 'HTTPRoute', 'thanos-query-frontend')).toMatchObject({
      spec: {
        parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
        rules: [{ filters: [{ type: 'ExtensionRef', extensionRef: filter }] }],
      },
    })
  })

  it('has the StoreAPI at the listener that asks for certificates, without a login', () => {
    const route = one(objects, 'GRPCRoute', 'thanos-query-grpc')
    expect(route).toMatchObject({ spec: { parentRefs: [{ sectionName: 'grpc' }] } })
    expect(JSON.stringify(route)).not.toContain('filters')
  })

  it('may use the certificates of the hosts and of encrypted gRPC', () => {
    expect(one(published(existing, encrypted), 'ReferenceGrant', 'thanos-gateway')).toMatchObject({
      spec: {
        from: [{ kind: 'Gateway', namespace: 'gateways' }],
        to: [{ name: 'tls' }, { name: 'thanos-grpc-tls' }],
      },
    })
  })

  it('needs no leave for what it does not use, or has in its own namespace', () => {
    expect(named(published({ ...existing, tls: null }), 'ReferenceGrant')).toEqual([])
    expect(named(published(existing, { namespace: 'gateways' }), 'ReferenceGrant')).toEqual([])
  })
})

describe('a Gateway of its own', () => {
  it('has a listener with TLS for each page, to which only the route of the page attaches', () => {
    const objects = published({ ...envoy, port: 8443 })
    expect(one(objects, 'Gateway', 'thanos')).toMatchObject({
      spec: {
        gatewayClassName: 'envoy',
        listeners: [
          { name: 'prometheus', hostname: 'p.example', port: 8443, protocol: 'HTTPS' },
          { name: 'thanos-query-frontend', hostname: 'q.example', port: 8443 },
          { name: 'thanos-query-grpc', hostname: 'grpc.example', port: 10901 },
          { name: 'grafana', hostname: 'g.example', port: 8443, tls: { certificateRefs: [{ name: 'tls' }] } },
        ],
      },
    })
    const routes = objects.filter(({ kind }) => kind === 'HTTPRoute' || kind === 'GRPCRoute')
    expect(routes).toHaveLength(4)
    for (const route of routes)
      expect(route).toMatchObject({ spec: { parentRefs: [{ name: 'thanos', sectionName: route.metadata.name }] } })
  })

  it.each([
    ['traefik', 8443],
    ['envoy', 443],
  ])('listens where %s expects it', (name, port) => {
    const gateway = one(published({ kind: 'Gateway', class: name }), 'Gateway', 'thanos')
    expect(gateway).toMatchObject({ spec: { listeners: [{ port }, { port }, { port: 10901 }, { port }] } })
  })

  it('asks for client certificates at the port of the StoreAPI, and presents its own to encrypted gRPC', () => {
    expect(one(published(envoy, encrypted), 'Gateway', 'thanos')).toMatchObject({
      spec: {
        tls: {
          frontend: { perPort: [{ port: 10901, tls: { validation: { caCertificateRefs: [{ name: 'readers' }] } } }] },
          backend: { clientCertificateRef: { name: 'thanos-grpc-tls' } },
        },
      },
    })
    expect(one(published(envoy, encrypted), 'BackendTLSPolicy', 'thanos-query-grpc')).toMatchObject({
      spec: {
        targetRefs: [{ kind: 'Service', name: 'thanos-query', sectionName: 'grpc' }],
        validation: { hostname: 'thanos-grpc.thanos.svc', caCertificateRefs: [{ name: 'thanos-grpc-tls' }] },
      },
    })
    expect(named(published(envoy), 'BackendTLSPolicy')).toEqual([])
  })
})

describe('users', () => {
  it('are asked for by a Middleware with Traefik', () => {
    const objects = published({ kind: 'Gateway', class: 'traefik' })
    expect(named(objects, 'Middleware')).toEqual(['thanos-authentication'])
    const guarded = objects.filter((object) => JSON.stringify(object).includes('"extensionRef":{"group":"traefik.io"'))
    expect(guarded.map(({ metadata }) => metadata.name)).toEqual(['prometheus', 'thanos-query-frontend'])
  })

  it('are asked for by a policy on the routes with Envoy Gateway', () => {
    expect(one(published(envoy), 'SecurityPolicy', 'thanos-authentication')).toMatchObject({
      spec: {
        targetRefs: [
          { kind: 'HTTPRoute', name: 'prometheus' },
          { kind: 'HTTPRoute', name: 'thanos-query-frontend' },
        ],
        basicAuth: { users: { name: 'users' } },
      },
    })
  })
})
