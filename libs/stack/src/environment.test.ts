import { type ClusterSpec, completeDefaults, type ObjectStore } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { surroundings } from './environment.ts'

const defaults = completeDefaults('sidecar-mode', 'x')
const everywhere = { cidrs: ['0.0.0.0/0', '::/0'] }
const secret = { secret: { name: 'keys' } }
const identity = (annotations = {}, podLabels = {}) => ({ workloadIdentity: { annotations, podLabels } })

const placesOf = (change: Partial<ClusterSpec>) => surroundings({ ...defaults, ...change }).external
const withEndpoint = (endpoint: string, insecure = false): ObjectStore => {
  if (defaults.objectStore.type !== 'S3') throw new Error('the default bucket is no longer S3')
  return { ...defaults.objectStore, endpoint, insecure }
}
const bucketAt = (endpoint: string, change: Partial<ClusterSpec> = {}) =>
  placesOf({ objectStore: withEndpoint(endpoint), ...change })['object-store']

describe('where an address of cluster.yaml leads', () => {
  it.each([
    ['rook-ceph-rgw-store.rook-ceph.svc:80', [{ namespace: 'rook-ceph', ports: null }]],
    ['minio.minio.svc.cluster.local:9000', [{ namespace: 'minio', ports: null }]],
    ['minio', [{ namespace: 'thanos', ports: null }]],
    ['10.0.0.5:9000', [{ cidrs: ['10.0.0.5/32'], ports: [9000] }]],
    ['s3.example.com', [{ ...everywhere, ports: [443] }]],
    ['s3.example.com:9443', [{ ...everywhere, ports: [9443] }]],
    ['MinIO.minio.svc.cluster.local:9000', [{ namespace: 'minio', ports: null }]],
    ['pod-0.minio.minio.svc:9000', [{ namespace: 'minio', ports: null }]],
    ['a.b.svc.example.com', [{ ...everywhere, ports: [443] }]],
    ['a.b.svc.cluster.local.example.com:9000', [{ ...everywhere, ports: [9000] }]],
    ['a.b.svc.clusterset.local', [{ ...everywhere, ports: [443] }]],
    [
      'minio.minio:9000',
      [
        { ...everywhere, ports: [9000] },
        { namespace: 'minio', ports: null },
      ],
    ],
  ])('is known of the bucket at %s', (endpoint, places) => {
    expect(bucketAt(endpoint)).toEqual(places)
  })

  it('is narrowed to the ports of the pods where the cluster says them', () => {
    const networkPolicy = { ...defaults.networkPolicy, servicePorts: { 'rook-ceph': [8080] } }
    expect(bucketAt('rgw.rook-ceph.svc:80', { networkPolicy })).toEqual([{ namespace: 'rook-ceph', ports: [8080] }])
    expect(bucketAt('minio.minio.svc:80', { networkPolicy })).toEqual([{ namespace: 'minio', ports: null }])
  })

  it('is known without a port where the client has a default', () => {
    expect(placesOf({ objectStore: withEndpoint('s3.example.com', true) })['object-store']).toEqual([
      { ...everywhere, ports: [80] },
    ])
  })

  it('is asked of every StoreAPI, in every notation of Thanos', () => {
    const extraEndpoints = [
      'dnssrv+_grpc._tcp.prometheus-operated.monitoring.svc',
      'dns+thanos-store.archive.svc:10901',
      'thanos.example.com:443',
      'dnssrv+_grpc._tcp.thanos.example.com',
      '10.0.0.7:10901',
    ]
    expect(placesOf({ query: { ...defaults.query, extraEndpoints } })['remote-storeapi']).toEqual([
      { namespace: 'monitoring', ports: null },
      { namespace: 'archive', ports: null },
      { ...everywhere, ports: [443] },
      { ...everywhere, ports: [10901, 443] },
      { cidrs: ['10.0.0.7/32'], ports: [10901] },
    ])
  })

  it.each([
    ['otel-collector.observability.svc:4317', [{ namespace: 'observability', ports: null }]],
    ['tempo.example.com:443', [{ ...everywhere, ports: [443] }]],
    ['[fd00::5]:4317', [{ cidrs: ['fd00::5/128'], ports: [4317] }]],
  ])('is asked of the collector of traces at %s', (endpoint, places) => {
    const tracing = { endpoint, clientType: 'grpc', insecure: false, samplingFraction: 1 } as const
    expect(placesOf({ tracing })['tracing-collector']).toEqual(places)
    expect(placesOf({})['tracing-collector']).toEqual([])
  })

  it('is asked of mail servers, and of Keystone, whose catalogue leads further', () => {
    const mail = {
      name: 'mail',
      email: { to: 'a@x', from: 'b@x', smarthost: 'relay.mail.svc:25', username: 'u', passwordSecret: keyOf('p') },
    }
    const alertmanager = { ...defaults.alertmanager, receivers: [mail] }
    expect(placesOf({ alertmanager })['alert-receivers']).toEqual([{ namespace: 'mail', ports: null }])
    const objectStore: ObjectStore = {
      type: 'SWIFT',
      authUrl: 'http://keystone.openstack.svc:5000/v3',
      container: 'c',
      region: 'r',
      domainName: 'd',
      projectName: 'p',
      prefix: '',
      ca: null,
      credentials: secret,
    }
    expect(placesOf({ objectStore })['object-store']).toEqual([
      { namespace: 'openstack', ports: null },
      { ...everywhere, ports: [443] },
    ])
  })
})

const keyOf = (key: string) => ({ name: 'secrets', key })

describe('where an address in a Secret leads', () => {
  const networkPolicy = {
    ...defaults.networkPolicy,
    external: { cidrs: ['192.0.2.0/24'], ports: [8443], namespaces: ['chatops', 'postgres'] },
    servicePorts: { chatops: [8080] },
  }
  const inside = [
    { namespace: 'chatops', ports: [8080] },
    { namespace: 'postgres', ports: null },
  ]

  it('is said by settings, for receivers', () => {
    expect(placesOf({ networkPolicy })['alert-receivers']).toEqual([
      { cidrs: ['192.0.2.0/24'], ports: [8443] },
      ...inside,
    ])
  })

  it.each([
    ['postgres', {}, 5432],
    ['mysql', {}, 3306],
    ['postgres', { port: 6432 }, 6432],
  ] as const)('is said by settings, for a database of %s %o', (type, port, expected) => {
    const grafana = { ...defaults.grafana, database: { type, urlSecret: keyOf('url'), ...port } }
    expect(placesOf({ networkPolicy, grafana }).database).toEqual([
      { cidrs: ['192.0.2.0/24'], ports: [expected] },
      ...inside,
    ])
  })
})

describe('where pods get credentials by their own identity', () => {
  const gcs: ObjectStore = { type: 'GCS', bucket: 'b', prefix: '', ca: null, credentials: identity() }
  const azure = (podLabels: Record<string, string>): ObjectStore => ({
    type: 'AZURE',
    storageAccount: 'a',
    container: 'c',
    endpoint: null,
    prefix: '',
    ca: null,
    credentials: identity({}, podLabels),
  })
  const s3 = (annotations: Record<string, string>): ObjectStore => {
    const store = withEndpoint('s3.eu-central-1.amazonaws.com')
    return store.type === 'S3' ? { ...store, credentials: identity(annotations) } : store
  }
  const oci: ObjectStore = {
    type: 'OCI',
    bucket: 'b',
    compartment: 'c',
    region: 'r',
    prefix: '',
    ca: null,
    credentials: identity(),
  }

  it.each([
    [
      'GKE',
      gcs,
      [
        { cidrs: ['169.254.169.254/32'], ports: [80, 988, 8080] },
        { cidrs: ['169.254.169.252/32'], ports: [987, 988] },
      ],
    ],
    ['EKS Pod Identity', s3({}), [{ cidrs: ['169.254.170.23/32', 'fd00:ec2::23/128'], ports: [80] }]],
    ['IRSA', s3({ 'eks.amazonaws.com/role-arn': 'arn' }), [{ ...everywhere, ports: [443] }]],
    ['Microsoft Entra', azure({ 'azure.workload.identity/use': 'true' }), [{ ...everywhere, ports: [443] }]],
    ['managed identity of Azure', azure({}), [{ cidrs: ['169.254.169.254/32'], ports: [80] }]],
    ['OKE', oci, [{ ...everywhere, ports: [12250] }]],
    ['a Secret', withEndpoint('s3.example.com'), []],
  ] as const)('%s', (_kind, objectStore, places) => {
    expect(placesOf({ objectStore })['identity-provider']).toEqual(places)
  })
})
