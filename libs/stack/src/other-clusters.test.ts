import { type Identity, type Ingress, noLinks, type ReadCluster } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { complete } from './testing/inspect.ts'

const identity: Identity = {
  client: { issuer: { name: 'fleet', kind: 'ClusterIssuer' } },
  authority: { secret: 'fleet-authority' },
  publicHosts: false,
}
const reads: ReadCluster[] = ['paris', 'rome'].map((name) => ({
  name,
  host: `storeapi.${name}.example.com`,
  port: name === 'paris' ? 443 : 10901,
  externalLabels: { cluster: name },
  deduplicatesTenants: false,
}))

function hub(more: Partial<Identity> = {}) {
  const plain = complete('sidecar-mode').spec
  const query = { ...plain.query, clusters: reads.map(({ name }) => name) }
  return complete('sidecar-mode', { identity: { ...identity, ...more }, query, links: { ...noLinks, reads } })
}

interface Endpoints {
  endpoints: { address: string; strict?: boolean; client_config?: object }[]
}

function endpointsOf(cluster: ReturnType<typeof hub>): Endpoints['endpoints'] {
  const { endpoints }: Endpoints = parse(cluster.file('endpoints.yaml'))
  return endpoints
}

describe('a cluster that reads others', () => {
  it('has one strict endpoint for each, with its name and with certificates of its own', () => {
    const others = endpointsOf(hub()).filter(({ strict }) => strict === true)
    expect(others).toEqual(
      reads.map(({ host, port }) => ({
        address: `${host}:${port}`,
        strict: true,
        client_config: {
          tls_config: {
            cert_file: '/etc/tls/fleet-client/tls.crt',
            key_file: '/etc/tls/fleet-client/tls.key',
            ca_file: '/etc/tls/fleet-authority/ca.crt',
          },
          server_name: host,
        },
      })),
    )
  })

  it('still reads its own StoreAPIs as before', () => {
    const own = endpointsOf(complete('sidecar-mode'))
    expect(endpointsOf(hub()).slice(0, own.length)).toEqual(own)
  })

  it('has every file that its endpoints name', () => {
    const pod = hub().one('Deployment', 'thanos-query').spec?.template?.spec
    const mounts = pod?.containers[0]?.volumeMounts?.map(({ name, mountPath }) => [name, mountPath])
    expect(mounts).toEqual(
      expect.arrayContaining([
        ['fleet-client', '/etc/tls/fleet-client'],
        ['fleet-authority', '/etc/tls/fleet-authority'],
      ]),
    )
    const secrets = (pod?.volumes ?? []).flatMap(({ name, secret }) =>
      secret == null ? [] : [[name, secret.secretName]],
    )
    expect(secrets).toEqual([
      ['fleet-client', 'thanos-fleet-client'],
      ['fleet-authority', 'fleet-authority'],
    ])
  })

  it('has a certificate of the issuer that servers take, for clients only', () => {
    expect(hub().objects.find(({ kind }) => kind === 'Certificate')).toMatchObject({
      metadata: { name: 'thanos-fleet-client' },
      spec: { secretName: 'thanos-fleet-client', commonName: 'test', usages: ['client auth'] },
    })
    const { objects } = hub({ client: { secret: 'own' } })
    expect(objects.filter(({ kind }) => kind === 'Certificate')).toEqual([])
  })

  it('trusts public authorities where hosts have their certificates', () => {
    const others = endpointsOf(hub({ publicHosts: true })).filter(({ strict }) => strict === true)
    expect(JSON.stringify(others)).not.toContain('ca_file')
    expect(JSON.stringify(hub({ publicHosts: true }).objects)).not.toContain('fleet-authority')
  })

  it('may reach each of them at its port', () => {
    const egress = hub().one('NetworkPolicy', 'thanos-query').spec?.egress ?? []
    const anywhere = egress.filter(({ to }) => to?.some(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0') === true)
    expect(anywhere.flatMap(({ ports = [] }) => ports.map(({ port }) => port)).toSorted()).toEqual([10901, 443])
  })
})

describe('a cluster that is read', () => {
  const ingress: Ingress = {
    ...{ kind: 'IngressRoute', class: null, gateway: null, port: null, annotations: {} },
    controller: { namespace: 'traefik', podLabels: {} },
    hosts: {
      ...{ prometheus: null, query: null, grafana: null, alertmanager: null },
      ...{ bucketWeb: null, rule: null, receive: null, remoteWrite: null, queryGrpc: 'storeapi.paris.example.com' },
    },
    tls: { secret: 'web-tls' },
    authentication: { basicAuthSecret: 'web-users' },
    clientAuthority: { secret: 'fleet-authority' },
  }

  it('has nothing of what only a reader needs', () => {
    const leaf = complete('sidecar-mode', { identity, ingress })
    expect(leaf.objects.filter(({ kind }) => kind === 'Certificate')).toEqual([])
    expect(JSON.stringify(leaf.one('Deployment', 'thanos-query'))).not.toContain('fleet-')
  })
})
