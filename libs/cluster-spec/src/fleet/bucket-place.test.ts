import { describe, expect, it } from 'vitest'
import type { ObjectStore } from '../spec.ts'
import { type BucketPlace, bucketPlace, forms, maySame, placeText } from './bucket-place.ts'

type Type = ObjectStore['type']
type Stores = { [T in Type]: Extract<ObjectStore, { type: T }> }

const remote = { prefix: '', ca: null, credentials: { secret: { name: 'bucket-keys' } } }

/** One bucket of each provider; tests change it. */
const samples: Stores = {
  S3: {
    ...remote,
    type: 'S3',
    bucket: 'blocks',
    endpoint: 's3.example.com',
    region: null,
    insecure: false,
    bucketLookupType: 'auto',
    sse: null,
  },
  GCS: { ...remote, type: 'GCS', bucket: 'blocks' },
  AZURE: { ...remote, type: 'AZURE', storageAccount: 'monitoring', container: 'blocks', endpoint: null },
  ALIYUNOSS: { ...remote, type: 'ALIYUNOSS', bucket: 'blocks', endpoint: 'oss-cn-hangzhou.aliyuncs.com' },
  COS: { ...remote, type: 'COS', bucket: 'blocks', region: 'ap-guangzhou', appId: '125' },
  SWIFT: {
    ...remote,
    type: 'SWIFT',
    authUrl: 'https://keystone.example.com/v3',
    container: 'blocks',
    region: 'eu',
    domainName: 'Default',
    projectName: 'monitoring',
  },
  OBS: { ...remote, type: 'OBS', bucket: 'blocks', endpoint: 'obs.cn-north-4.myhuaweicloud.com' },
  BOS: { ...remote, type: 'BOS', bucket: 'blocks', endpoint: 'bj.bcebos.com' },
  OCI: { ...remote, type: 'OCI', bucket: 'blocks', compartment: 'ocid1.compartment.oc1..a', region: 'eu-frankfurt-1' },
  FILESYSTEM: {
    type: 'FILESYSTEM',
    directory: '/blocks',
    volume: { size: '1Gi', accessMode: 'ReadWriteOnce', storageClass: null },
  },
}

function store<T extends Type>(type: T, change: Partial<Stores[T]> = {}): Stores[T] {
  return { ...samples[type], ...change }
}

const at = (endpoint: string, change: Partial<Stores['S3']> = {}) => store('S3', { endpoint, ...change })

function placeOf(one: ObjectStore): BucketPlace {
  const place = bucketPlace(one)
  if (place === null) throw new Error(`${one.type} belongs to its cluster`)
  return place
}

function same(one: ObjectStore, other: ObjectStore): boolean {
  const [a, b] = [placeOf(one), placeOf(other)]
  return a.root === b.root && maySame(a, b)
}

const plain = at('s3.example.com')
const aws = at('s3.amazonaws.com')
const azure = store('AZURE')
const swift = store('SWIFT')
const cos = store('COS')
const oci = store('OCI')
const oss = store('ALIYUNOSS')

const samePlaces: [string, ObjectStore, ObjectStore][] = [
  ['the default port of HTTPS', plain, at('s3.example.com:443')],
  ['the default port of HTTP', plain, at('s3.example.com:80', { insecure: true })],
  ['HTTP and HTTPS', plain, at('s3.example.com', { insecure: true })],
  ['letter case of the host', plain, at('S3.Example.COM')],
  ['the dot of an absolute name', plain, at('s3.example.com.')],
  ['the dot before a port', plain, at('s3.example.com.:443')],
  ['zeros before a port', at('s3.example.com:9000'), at('s3.example.com:09000')],
  ['a region and none', plain, at('s3.example.com', { region: 'eu' })],
  ['two regions of one server', at('s3.example.com', { region: 'us' }), at('s3.example.com', { region: 'eu' })],
  ['letter case of a bucket', plain, at('s3.example.com', { bucket: 'Blocks' })],
  ['how the bucket is looked up', plain, at('s3.example.com', { bucketLookupType: 'path' })],
  ['encryption', plain, at('s3.example.com', { sse: 'SSE-S3' })],
  ['a bucket that is named by another protocol', at('obs.example.com'), store('OBS', { endpoint: 'obs.example.com' })],
  ...[
    's3.eu-central-1.amazonaws.com',
    's3.dualstack.eu-central-1.amazonaws.com',
    's3-eu-west-1.amazonaws.com',
    's3-fips.us-east-1.amazonaws.com',
    's3-fips.dualstack.us-east-1.amazonaws.com',
    's3-accelerate.amazonaws.com',
    's3-external-1.amazonaws.com',
    'bucket.vpce-1-a.s3.eu-central-1.vpce.amazonaws.com',
    'S3.AMAZONAWS.COM:443',
  ].map((host): [string, ObjectStore, ObjectStore] => [`AWS at ${host}`, aws, at(host)]),
  ['AWS in China', at('s3.cn-north-1.amazonaws.com.cn'), at('s3.cn-northwest-1.amazonaws.com.cn')],
  [
    'AWS in China by its region',
    at('s3.cn-north-1.amazonaws.com.cn'),
    at('s3.amazonaws.com', { region: 'cn-north-1' }),
  ],
  ['AWS GovCloud', at('s3.us-gov-west-1.amazonaws.com'), at('s3-fips-us-gov-east-1.amazonaws.com')],
  [
    'AWS GovCloud by its region',
    at('s3.us-gov-west-1.amazonaws.com'),
    at('s3.amazonaws.com', { region: 'us-gov-west-1' }),
  ],
  ['Google by S3', store('GCS'), at('storage.googleapis.com')],
  ['Google by S3 in a region', store('GCS'), at('storage.europe-west3.rep.googleapis.com')],
  ['Azure with its default endpoint', azure, store('AZURE', { endpoint: 'blob.core.windows.net' })],
  ['Azure by a private link', azure, store('AZURE', { endpoint: 'privatelink.blob.core.windows.net:443' })],
  ['letter case of an account', azure, store('AZURE', { storageAccount: 'Monitoring' })],
  ['Alibaba from inside', oss, store('ALIYUNOSS', { endpoint: 'oss-cn-hangzhou-internal.aliyuncs.com' })],
  ['Alibaba accelerated', oss, store('ALIYUNOSS', { endpoint: 'oss-accelerate.aliyuncs.com' })],
  ['Alibaba by S3', oss, at('s3.oss-cn-hangzhou.aliyuncs.com')],
  ['Tencent by S3', cos, at('cos.ap-guangzhou.myqcloud.com', { bucket: 'blocks-125' })],
  ['Tencent from inside', cos, at('cos-internal.ap-guangzhou.tencentcos.cn', { bucket: 'blocks-125' })],
  ['Tencent accelerated', cos, at('cos.accelerate.myqcloud.com', { bucket: 'blocks-125' })],
  ['Tencent with the region accelerate', cos, store('COS', { region: 'accelerate' })],
  ['a number that is in the bucket', cos, store('COS', { bucket: 'blocks', appId: '125', region: 'AP-Guangzhou' })],
  ['Keystone at its port', swift, store('SWIFT', { authUrl: 'http://Keystone.example.com.:5000/v3/' })],
  ['letter case of Keystone’s names', swift, store('SWIFT', { domainName: 'default', projectName: 'Monitoring' })],
  ['Huawei by S3', store('OBS'), at('obs.cn-north-4.myhuaweicloud.com')],
  ['Huawei in no region', store('OBS'), store('OBS', { endpoint: 'obs.myhuaweicloud.com' })],
  ['Baidu by S3', store('BOS'), at('s3.bj.bcebos.com')],
  ['two compartments of Oracle', oci, store('OCI', { compartment: 'ocid1.compartment.oc1..b' })],
  ['the key of a region of Oracle', oci, store('OCI', { region: 'fra' })],
  ['Oracle by S3', oci, at('ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com')],
  ['two endpoints of Wasabi', at('s3.wasabisys.com'), at('s3.us-east-1.wasabisys.com')],
]

const otherPlaces: [string, ObjectStore, ObjectStore][] = [
  ['buckets', plain, at('s3.example.com', { bucket: 'others' })],
  ['hosts', plain, at('s3.example.org')],
  ['ports', at('s3.example.com:9000'), at('s3.example.com:9001')],
  ['a domain that ends like that of a cloud', at('s3.not-amazonaws.com'), aws],
  ['AWS and AWS in China', aws, at('s3.cn-north-1.amazonaws.com.cn')],
  ['AWS and AWS GovCloud', aws, at('s3.us-gov-west-1.amazonaws.com')],
  ['AWS and Google', aws, store('GCS')],
  ['accounts of Azure', azure, store('AZURE', { storageAccount: 'other' })],
  ['clouds of Azure', azure, store('AZURE', { endpoint: 'blob.core.chinacloudapi.cn' })],
  [
    'Azure Stacks',
    store('AZURE', { endpoint: 'blob.a.example.com' }),
    store('AZURE', { endpoint: 'blob.b.example.com' }),
  ],
  ['accounts of Tencent', cos, store('COS', { appId: '126' })],
  ['regions of Tencent', cos, store('COS', { region: 'ap-beijing' })],
  ['regions of Tencent by S3', cos, at('cos.ap-beijing.myqcloud.com', { bucket: 'blocks-125' })],
  ['projects', swift, store('SWIFT', { projectName: 'other' })],
  ['domains', swift, store('SWIFT', { domainName: 'other' })],
  ['regions of Swift', swift, store('SWIFT', { region: 'us' })],
  ['Keystones', swift, store('SWIFT', { authUrl: 'https://keystone.example.org/v3' })],
  ['containers that differ in case', swift, store('SWIFT', { container: 'Blocks' })],
  ['regions of Oracle', oci, store('OCI', { region: 'us-ashburn-1' })],
  [
    'namespaces of Oracle',
    at('one.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
    at('two.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
  ],
  ['Huawei and the Open Telekom Cloud', store('OBS'), store('OBS', { endpoint: 'obs.eu-de.otc.t-systems.com' })],
]

describe('one place', () => {
  it.each(samePlaces)('%s', (_name, one, other) => {
    expect(same(one, other)).toBe(true)
    expect(same(other, one)).toBe(true)
  })
})

describe('different places', () => {
  it.each(otherPlaces)('%s', (_name, one, other) => {
    expect(same(one, other)).toBe(false)
    expect(same(other, one)).toBe(false)
  })
})

describe('a server inside of a cluster', () => {
  it.each([
    'minio.minio.svc',
    'minio.minio.svc:9000',
    'MINIO.minio.svc.cluster.local:9000',
    'pod-0.minio.minio.svc',
    'minio.minio.svc.cluster.local.',
  ])('%s belongs to its cluster', (host) => {
    const stores = [
      at(host),
      store('OBS', { endpoint: host }),
      store('AZURE', { endpoint: host }),
      store('SWIFT', { authUrl: `http://${host}/v3` }),
    ]
    expect(stores.map(bucketPlace)).toEqual(stores.map(() => null))
  })

  it.each([
    'minio.svc.example.com',
    'minio.minio.svc.k8s.example',
    'minio.minio',
    'minio',
    'minio.minio.svc.clusterset.local',
    'minio.svc',
    'minio.svcs',
    'svc.example.com',
    '10.0.0.7:9000',
    'minio.minio.svc.cluster.local.example.com',
  ])('%s may be reached from another', (host) => {
    expect(same(at(host), at(host))).toBe(true)
  })

  it('cannot be a bucket of a cloud, and a volume never is', () => {
    expect(bucketPlace(store('FILESYSTEM'))).toBeNull()
  })
})

describe('settings', () => {
  /** Another value for each setting, of the same cloud. */
  const others: { [T in Type]: Partial<Stores[T]> } = {
    S3: {
      bucket: 'x',
      endpoint: 's3.example.org',
      region: 'eu',
      insecure: true,
      bucketLookupType: 'path',
      sse: 'SSE-S3',
    },
    GCS: { bucket: 'x' },
    AZURE: { storageAccount: 'x', container: 'x', endpoint: 'blob.core.usgovcloudapi.net' },
    ALIYUNOSS: { bucket: 'x', endpoint: 'oss.example.com' },
    COS: { bucket: 'x', appId: 'x', region: 'x' },
    SWIFT: { container: 'x', projectName: 'x', domainName: 'x', region: 'x', authUrl: 'https://x.example.com' },
    OBS: { bucket: 'x', endpoint: 'obs.example.com' },
    BOS: { bucket: 'x', endpoint: 'bos.example.com' },
    OCI: { bucket: 'x', region: 'x-y-1', compartment: 'x' },
    FILESYSTEM: { directory: '/x', volume: { size: '2Gi', accessMode: 'ReadWriteMany', storageClass: 'x' } },
  }

  const rows = Object.values(samples).flatMap((sample: ObjectStore) =>
    Object.entries(forms[sample.type].settings).map(([setting, role]) => ({ sample, setting, role })),
  )

  it.each(rows)('$setting of $sample.type $role', ({ sample, setting, role }) => {
    const [, value] = Object.entries(others[sample.type]).find(([name]) => name === setting) ?? []
    const before = bucketPlace(sample)
    const after = bucketPlace({ ...sample, [setting]: value })
    expect(value).toBeDefined()
    const [one, other] = [before, after].map((place) => (place === null ? null : placeText(place)))
    expect(one !== other).toBe(role === 'identifies')
  })
})

describe('a prefix', () => {
  it.each(['a/b', '/a/b', 'a/b/', 'a//b', '//a/b//'])('%s is a/b', (prefix) => {
    expect(placeOf(store('GCS', { prefix })).prefix).toEqual(['a', 'b'])
  })

  it('is told apart by case', () => {
    expect(placeOf(store('GCS', { prefix: 'A' })).prefix).toEqual(['A'])
  })
})
