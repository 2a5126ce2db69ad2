import { type ClusterSpec, type Identity, loadCluster, noLinks } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Cluster } from './testing/inspect.ts'

const identity = 'identity: { client: { issuer: { name: fleet } }, authority: { secret: fleet-authority } }\n'
const bucket = '{ type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: a } }'
const published = `ingress: { hosts: { remoteWrite: write.example.com }, tls: { secret: web-tls }, authentication: { basicAuthSecret: a } }`

function specOf(name: string, lines: string): ClusterSpec {
  const text = `name: ${name}\nmode: receive-mode\n${identity}${lines}`
  const result = loadCluster({ path: `clusters/${name}/cluster.yaml`, text })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.spec
}

function leaf(change: Partial<Identity> = {}, lines = ''): Cluster {
  const spec = specOf('oslo', `sendsTo: centre\n${lines}`)
  const writesTo = { name: 'centre', host: 'write.example.com', port: 443 }
  if (spec.identity === null) throw new Error('no identity')
  return new Cluster({ ...spec, identity: { ...spec.identity, ...change }, links: { ...noLinks, writesTo } })
}

function centre(writers: string[], lines = ''): Cluster {
  const spec = specOf('centre', `objectStore: ${bucket}\n${published}\n${lines}`)
  return new Cluster({ ...spec, links: { ...noLinks, writers } })
}

interface Prometheus {
  remote_write?: { url: string; headers?: object; tls_config?: object; queue_config: { max_backoff: string } }[]
}

describe('a cluster that sends to another one', () => {
  it('has no Thanos, no bucket and nothing that would query', () => {
    const workloads = leaf().objects.filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind))
    expect(workloads.map(({ metadata }) => metadata.name).toSorted()).toEqual([
      'alertmanager',
      'kube-state-metrics',
      'node-exporter',
      'prometheus',
    ])
    expect(JSON.stringify(leaf().objects)).not.toMatch(/objstore|object-store|thanos-(query|store|receive-|compact)/)
  })

  it('writes everything there with the certificate that it shows, and says no tenant', () => {
    const { remote_write = [] }: Prometheus = parse(leaf().file('prometheus.yaml'))
    expect(remote_write).toMatchObject([
      {
        url: 'https://write.example.com/api/v1/receive',
        tls_config: {
          cert_file: '/etc/tls/fleet-client/tls.crt',
          key_file: '/etc/tls/fleet-client/tls.key',
          ca_file: '/etc/tls/fleet-authority/ca.crt',
        },
      },
    ])
    expect(remote_write[0]).not.toHaveProperty('headers')
  })

  it('trusts public authorities where the host has a certificate of one', () => {
    expect(leaf({ publicHosts: true }).file('prometheus.yaml')).not.toContain('fleet-authority')
  })

  it('has a certificate of its name', () => {
    expect(leaf().objects.find(({ kind }) => kind === 'Certificate')).toMatchObject({
      spec: { secretName: 'thanos-fleet-client', commonName: 'oslo', usages: ['client auth'] },
    })
    const mounts = leaf().one('StatefulSet', 'prometheus').spec?.template?.spec?.containers[0]?.volumeMounts
    expect(mounts?.map(({ mountPath }) => mountPath)).toEqual(
      expect.arrayContaining(['/etc/tls/fleet-client', '/etc/tls/fleet-authority']),
    )
  })

  it('may reach the host', () => {
    const egress = leaf().one('NetworkPolicy', 'prometheus').spec?.egress ?? []
    const anywhere = egress.filter(({ to }) => to?.some(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0') === true)
    expect(anywhere.flatMap(({ ports = [] }) => ports.map(({ port }) => port))).toContain(443)
  })

  it('is told by its own Prometheus when it falls behind', () => {
    expect(leaf().file('remote-write.yaml')).toContain('PrometheusRemoteWriteBehind')
  })
})

describe('a cluster that others send to', () => {
  const rings = (cluster: Cluster): { hashring: string; tenants: string[] }[] =>
    JSON.parse(configOf(cluster, 'thanos-receive-edge-hashrings', 'hashrings.json'))

  it('has edge routers only while somebody sends', () => {
    expect(centre([]).objects.some(({ metadata }) => metadata.name === 'thanos-receive-edge')).toBe(false)
    expect(centre(['oslo']).one('Deployment', 'thanos-receive-edge').spec?.replicas).toBe(2)
  })

  it('takes the tenant from the certificate, and end TLS themselves', () => {
    const args = centre(['oslo']).container('thanos-receive-edge').args ?? []
    expect(args).toEqual(
      expect.arrayContaining([
        '--receive.tenant-certificate-field=commonName',
        '--remote-write.server-tls-cert=/etc/tls/host/tls.crt',
        '--remote-write.server-tls-client-ca=/etc/tls/clients/ca.crt',
      ]),
    )
    expect(args.join()).not.toContain('default-tenant')
    const secrets = centre(['oslo']).one('Deployment', 'thanos-receive-edge').spec?.template?.spec?.volumes
    expect(secrets?.flatMap(({ secret }) => secret?.secretName ?? [])).toEqual(['web-tls', 'fleet-authority'])
  })

  it('knows no tenants there but the clusters that send, each in its hashring', () => {
    const hashrings =
      'receive: { hashrings: [{ name: large, tenants: [o*] }, { name: spare, tenants: [x] }, { name: rest }] }'
    expect(rings(centre(['oslo', 'oulu', 'rome'], hashrings))).toMatchObject([
      { hashring: 'large', tenants: ['oslo', 'oulu'] },
      { hashring: 'rest', tenants: ['rome'] },
    ])
  })

  it('lets the ingress controller and nobody else in, and reaches the ingestors', () => {
    const { ingress = [], egress = [] } = centre(['oslo']).one('NetworkPolicy', 'thanos-receive-edge').spec ?? {}
    expect(JSON.stringify(ingress.filter(({ ports }) => ports?.some(({ port }) => port === 19291)))).toContain(
      'traefik',
    )
    expect(JSON.stringify(egress)).toContain('thanos-receive-ingestor')
  })

  it('passes the connection on as it is', () => {
    expect(centre(['oslo']).objects.find(({ kind }) => kind === 'IngressRouteTCP')).toMatchObject({
      spec: { routes: [{ match: 'HostSNI(`write.example.com`)' }], tls: { passthrough: true } },
    })
  })

  it('has an alert for each that is silent', () => {
    const text = centre(['oslo', 'rome']).file('thanos-receive-edge.yaml')
    expect(text.match(/silent: (oslo|rome)/g)).toEqual(['silent: oslo', 'silent: rome'])
  })
})

function configOf(cluster: Cluster, name: string, file: string): string {
  const found = cluster.objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith(name))
  const data: unknown = found === undefined ? undefined : Reflect.get(found, 'data')
  return typeof data === 'object' && data !== null ? String(Reflect.get(data, file)) : ''
}
