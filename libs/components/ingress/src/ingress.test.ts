import { factsOf } from '@thanos-fleet/connections'
import { type ClusterSpec, completeDefaults, type Ingress } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { ingress } from './ingress.ts'

const base: Ingress = {
  kind: 'IngressRoute',
  class: null,
  gateway: null,
  controller: { namespace: 'traefik', podLabels: {} },
  annotations: {},
  hosts: {
    prometheus: 'p.example',
    query: 'q.example',
    queryGrpc: 'grpc.example',
    grafana: 'g.example',
    alertmanager: null,
    bucketWeb: null,
    rule: null,
  },
  tls: { secret: 'tls' },
  authentication: { basicAuthSecret: 'users' },
}

function published(change: Partial<Ingress>, more: Partial<ClusterSpec> = {}): KubeObject[] {
  const spec = { ...completeDefaults('sidecar-mode', 'test'), ...more, ingress: { ...base, ...change } }
  return ingress({ spec, facts: factsOf(spec) }).objects
}

const named = (objects: KubeObject[], kind: string) =>
  objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name)

describe.each(['IngressRoute', 'Ingress', 'Gateway'] as const)('%s', (kind) => {
  it('publishes exactly the pages that have a host', () => {
    const pages = published({
      kind,
      authentication:
        kind === 'Gateway' ? { gatewayFilter: { group: 'g', kind: 'K', name: 'auth' } } : base.authentication,
    })
      .filter((object) => ['IngressRoute', 'Ingress', 'HTTPRoute', 'GRPCRoute'].includes(object.kind))
      .map(({ metadata }) => metadata.name)
    expect(pages).toEqual(['prometheus', 'thanos-query-frontend', 'thanos-query-grpc', 'grafana'])
  })
})

describe('Traefik', () => {
  it('asks for credentials before every page but Grafana, which asks itself', () => {
    const routes = published({}).filter(({ kind }) => kind === 'IngressRoute')
    const guarded = routes
      .filter((route) => JSON.stringify(route).includes('thanos-authentication'))
      .map(({ metadata }) => metadata.name)
    expect(guarded).toEqual(['prometheus', 'thanos-query-frontend', 'thanos-query-grpc'])
    expect(named(published({}), 'Middleware')).toEqual(['thanos-authentication'])
  })

  it('speaks HTTP/2 to gRPC servers in the clear, and proves itself to encrypted ones', () => {
    expect(JSON.stringify(published({}))).toContain('"scheme":"h2c"')
    const encrypted = published({}, { grpcTls: { issuer: { name: 'ca', kind: 'ClusterIssuer' } } })
    expect(JSON.stringify(encrypted)).toContain('"scheme":"https","serversTransport":"thanos-grpc"')
    expect(named(encrypted, 'ServersTransport')).toEqual(['thanos-grpc'])
  })

  it('only names a Middleware that exists already', () => {
    const objects = published({
      authentication: { gatewayFilter: { group: 'traefik.io', kind: 'Middleware', name: 'sso' } },
    })
    expect(named(objects, 'Middleware')).toEqual([])
    expect(JSON.stringify(objects)).toContain('"middlewares":[{"name":"sso"')
  })
})

describe('Ingress', () => {
  it('asks for credentials in the words of the controller', () => {
    expect(JSON.stringify(published({ kind: 'Ingress', class: 'nginx' }))).toContain(
      '"nginx.ingress.kubernetes.io/auth-secret":"users"',
    )
    expect(JSON.stringify(published({ kind: 'Ingress', class: 'traefik' }))).toContain(
      'thanos-thanos-authentication@kubernetescrd',
    )
  })
})

describe('Gateway API', () => {
  it('attaches to the Gateway and filters by the implementation', () => {
    const [route] = published({
      kind: 'Gateway',
      gateway: { name: 'public', namespace: 'gateways', sectionName: 'https' },
      authentication: { gatewayFilter: { group: 'gateway.example', kind: 'Login', name: 'sso' } },
    })
    expect(route).toMatchObject({
      kind: 'HTTPRoute',
      spec: {
        parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
        rules: [
          {
            filters: [{ type: 'ExtensionRef', extensionRef: { group: 'gateway.example', kind: 'Login', name: 'sso' } }],
          },
        ],
      },
    })
  })
})

describe('TLS', () => {
  it('comes from an existing Secret, or from one Certificate for all hosts', () => {
    expect(named(published({}), 'Certificate')).toEqual([])
    const [certificate] = published({ tls: { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } } })
    expect(certificate).toMatchObject({
      kind: 'Certificate',
      spec: { dnsNames: ['p.example', 'q.example', 'grpc.example', 'g.example'] },
    })
  })
})
