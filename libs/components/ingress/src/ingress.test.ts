import { type Ingress, noLinks } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { encrypted, named, noHosts as hosts, one, published } from './testing.ts'

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

describe('a host where other clusters write', () => {
  const written = (change: Partial<Ingress>) =>
    published(
      { ...change, hosts: { ...hosts, remoteWrite: 'w.example' }, clientAuthority: { secret: 'fleet' } },
      { mode: 'receive-mode', links: { ...noLinks, writers: ['oslo'] } },
    )

  it('is passed on by Traefik as it is, without options for certificates and without a login', () => {
    const objects = written({ class: 'traefik-internal' })
    expect(one(objects, 'IngressRouteTCP', 'thanos-receive-edge')).toMatchObject({
      metadata: { annotations: { 'kubernetes.io/ingress.class': 'traefik-internal' } },
      spec: {
        entryPoints: ['websecure'],
        routes: [{ match: 'HostSNI(`w.example`)', services: [{ name: 'thanos-receive-edge', port: 19291 }] }],
        tls: { passthrough: true },
      },
    })
    expect([named(objects, 'IngressRoute'), named(objects, 'TLSOption')]).toEqual([[], []])
  })

  it('has a listener of the own Gateway that passes on, at the port of the pages, and a TLSRoute', () => {
    const objects = written({ kind: 'Gateway', class: 'envoy' })
    expect(one(objects, 'Gateway', 'thanos')).toMatchObject({
      spec: {
        listeners: [
          {
            name: 'thanos-receive-edge',
            hostname: 'w.example',
            port: 443,
            protocol: 'TLS',
            tls: { mode: 'Passthrough' },
          },
        ],
      },
    })
    expect(JSON.stringify(one(objects, 'Gateway', 'thanos'))).not.toContain('frontend')
    expect(one(objects, 'TLSRoute', 'thanos-receive-edge')).toMatchObject({
      spec: {
        parentRefs: [{ name: 'thanos', sectionName: 'thanos-receive-edge' }],
        hostnames: ['w.example'],
        rules: [{ backendRefs: [{ name: 'thanos-receive-edge', port: 19291 }] }],
      },
    })
  })

  it('has its name in the certificate of the hosts, which its pods show', () => {
    const tls = { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } } as const
    expect(one(written({ tls }), 'Certificate', 'thanos-ingress-tls')).toMatchObject({
      spec: { dnsNames: ['w.example'] },
    })
  })

  it('is not there while nobody sends', () => {
    const objects = published({ hosts: { ...hosts, remoteWrite: 'w.example' } }, { mode: 'receive-mode' })
    expect(named(objects, 'IngressRouteTCP')).toEqual([])
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
