import { describe, expect, it } from 'vitest'
import { encrypted, named, one, published } from './testing.ts'

describe.each(['IngressRoute', 'Ingress', 'Gateway'] as const)('%s', (kind) => {
  it('publishes exactly the pages that have a host', () => {
    const pages = published({
      kind,
      class: kind === 'Gateway' ? 'traefik' : null,
    })
      .filter((object) => ['IngressRoute', 'Ingress', 'HTTPRoute', 'GRPCRoute'].includes(object.kind))
      .map(({ metadata }) => metadata.name)
    expect(pages).toEqual(['prometheus', 'thanos-query-frontend', 'thanos-query-grpc', 'grafana'])
  })
})

describe('Traefik', () => {
  it('asks for credentials before every page but Grafana, which asks itself, and the StoreAPI', () => {
    const routes = published({}).filter(({ kind }) => kind === 'IngressRoute')
    const guarded = routes
      .filter((route) => JSON.stringify(route).includes('thanos-authentication'))
      .map(({ metadata }) => metadata.name)
    expect(guarded).toEqual(['prometheus', 'thanos-query-frontend'])
    expect(named(published({}), 'Middleware')).toEqual(['thanos-authentication'])
  })

  it('speaks HTTP/2 to gRPC servers in the clear, and proves itself to encrypted ones', () => {
    expect(JSON.stringify(published({}))).toContain('"scheme":"h2c"')
    const objects = published({}, encrypted)
    expect(JSON.stringify(objects)).toContain('"scheme":"https","serversTransport":"thanos-grpc"')
    expect(named(objects, 'ServersTransport')).toEqual(['thanos-grpc'])
  })

  it('asks the readers of the StoreAPI for certificates of their authority, and nobody else', () => {
    const objects = published({ clientAuthority: { secret: 'readers' } })
    expect(one(objects, 'TLSOption', 'thanos-clients')).toMatchObject({
      spec: { clientAuth: { secretNames: ['readers'], clientAuthType: 'RequireAndVerifyClientCert' } },
    })
    const asked = objects.filter(
      (object) =>
        object.kind === 'IngressRoute' && JSON.stringify(object).includes('"options":{"name":"thanos-clients"'),
    )
    expect(asked.map(({ metadata }) => metadata.name)).toEqual(['thanos-query-grpc'])
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
