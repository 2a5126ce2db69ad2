import { isIPv4 } from 'node:net'
import { z } from 'zod'
import type { ObjectStore } from '../object-store-spec.ts'
import { caFile } from './http-client.ts'
import { bytes, dnsLabel, host, hostPort, isAddress, objectName, port, storeName, textOf } from './primitives.ts'
import { credentials } from './secrets.ts'

const prefix = textOf(/^([-\w]+[-\w.]*(\/[-\w]+[-\w.]*)*)?$/, 512, {
  code: 'bad-prefix',
  expected: 'a prefix of letters, digits, "-", "_" and ".", without a leading or trailing slash',
  remedy: 'write it as a path: fleet/cluster-a',
})
  .default('')
  .describe('Folder of the bucket below which everything is kept.')

const ca = caFile
  .nullable()
  .default(null)
  .describe('The private authority of the bucket: a key of an existing Secret or ConfigMap, by default ca.crt.')

const absolutePath = textOf(/^(\/[A-Za-z0-9_][-A-Za-z0-9_.]*)+$/, 200, {
  code: 'bad-path',
  expected: 'an absolute path without ".." and without a trailing slash',
  remedy: 'write an absolute path: /var/thanos/objstore',
})

/** Azure makes a host of it. Source: https://learn.microsoft.com/azure/storage/common/storage-account-overview */
const storageAccount = textOf(/^[a-z0-9]{3,24}$/, 24, {
  code: 'bad-store-name',
  expected: 'a storage account of Azure',
  remedy: 'use 3 to 24 lower-case letters and digits',
})

const cosForm = { code: 'bad-store-name', remedy: 'write it as the console of Tencent Cloud shows it' }

/** What the client of COS takes, which builds a host of them. Source: bucketChecker, regionChecker of cos-go-sdk-v5 */
const cosNames = {
  bucket: textOf(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 60, {
    ...cosForm,
    expected: 'a bucket of COS: lower-case letters, digits and "-", without the appId',
  }),
  region: textOf(/^[a-z][-a-z1]*$/, 60, { ...cosForm, expected: 'a region of COS, such as eu-frankfurt' }),
  appId: textOf(/^\d+$/, 20, { ...cosForm, expected: 'an appId of COS, which is a number in quotes' }),
}

/** What the clients of OSS and BOS take. Sources: CheckBucketName of aliyun-oss-go-sdk, bucketRe of bce-sdk-go */
const plainBucket = textOf(/^[a-z0-9][-a-z0-9]{1,61}[a-z0-9]$/, 63, {
  code: 'bad-store-name',
  expected: 'a bucket of 3 to 63 lower-case letters, digits and "-"',
  remedy: 'write the name of the bucket alone, as the console of the provider shows it',
})

/** The client of S3 refuses every request for others. Source: checkBucketNameCommon of minio-go */
const s3Bucket = textOf(
  /^[A-Za-z0-9]([-A-Za-z0-9._:]*[A-Za-z0-9])?$/,
  63,
  {
    code: 'bad-store-name',
    expected: 'a bucket of S3: at most 63 letters, digits, "-" and "."',
    remedy: 'write the name of the bucket alone; a folder in it is its prefix',
  },
  (text) => !isIPv4(text) && !/\.\.|\.-|-\./.test(text),
)

/** Without a version in the URL the client of Swift refuses to start. Source: newAuth of ncw/swift */
const keystoneUrl = textOf(
  new RegExp(`^https?://${host}(:${port})?(/[-A-Za-z0-9._~]+)*/v[123](\\.\\d)?/?$`),
  2048,
  {
    code: 'bad-url',
    expected: 'the URL of Keystone with the version of its API',
    remedy: 'add the version to the path: https://keystone.example.com/v3',
  },
  isAddress,
)

const s3 = z.strictObject({
  type: z.literal('S3'),
  bucket: s3Bucket,
  endpoint: hostPort.describe('Host, with or without a port: s3.eu-central-1.amazonaws.com, minio.minio.svc:9000.'),
  region: storeName.nullable().default(null),
  insecure: z.boolean().default(false).describe('Plain HTTP instead of HTTPS.'),
  bucketLookupType: z
    .enum(['auto', 'path', 'virtual-hosted'])
    .default('auto')
    .describe('MinIO and Ceph RGW without wildcard DNS need "path".'),
  prefix,
  ca,
  sse: z
    .union([z.literal('SSE-S3'), z.strictObject({ kmsKeyId: storeName }), z.null()])
    .default(null)
    .describe('Encryption by the server: SSE-S3, or {kmsKeyId} for SSE-KMS.'),
  credentials,
})

const gcs = z.strictObject({ type: z.literal('GCS'), bucket: storeName, prefix, ca, credentials })

const azure = z.strictObject({
  type: z.literal('AZURE'),
  storageAccount,
  container: storeName,
  endpoint: hostPort.nullable().default(null).describe('Only for sovereign clouds.'),
  prefix,
  ca,
  credentials,
})

const oss = z.strictObject({
  type: z.literal('ALIYUNOSS'),
  endpoint: hostPort,
  bucket: plainBucket,
  prefix,
  ca,
  credentials,
})

const cos = z.strictObject({
  type: z.literal('COS'),
  ...cosNames,
  prefix,
  ca,
  credentials,
})

const swift = z.strictObject({
  type: z.literal('SWIFT'),
  authUrl: keystoneUrl,
  container: storeName,
  region: storeName,
  domainName: storeName.default('Default'),
  projectName: storeName,
  prefix,
  ca,
  credentials,
})

const obs = z.strictObject({ type: z.literal('OBS'), bucket: storeName, endpoint: hostPort, prefix, ca, credentials })

const bos = z.strictObject({ type: z.literal('BOS'), bucket: plainBucket, endpoint: hostPort, prefix, ca, credentials })

/** The client builds a host of it: objectstorage.<region>.oraclecloud.com. Source: EndpointForTemplate of oci-go-sdk */
const ociRegion = textOf(/^[a-z0-9]+(-[a-z0-9]+)*$/, 63, {
  code: 'bad-store-name',
  expected: 'a region of OCI, such as eu-frankfurt-1',
  remedy: 'write the identifier that the console of Oracle Cloud shows',
})

const oci = z.strictObject({
  type: z.literal('OCI'),
  bucket: storeName,
  compartment: storeName,
  region: ociRegion,
  prefix,
  ca,
  credentials,
})

const sharedVolume = z.strictObject({
  size: bytes.default('10Gi'),
  accessMode: z
    .enum(['ReadWriteOnce', 'ReadWriteMany'])
    .default('ReadWriteOnce')
    .describe('ReadWriteOnce needs topology.singleNode.'),
  storageClass: objectName.nullable().default(null),
})

const filesystem = z.strictObject({
  type: z.literal('FILESYSTEM'),
  directory: absolutePath.default('/var/thanos/objstore'),
  volume: sharedVolume.prefault({}).describe('The one volume that everything of the bucket mounts.'),
})

type Type = ObjectStore['type']

/** A type that the specification has and this form lacks does not compile. */
const forms = {
  S3: s3,
  GCS: gcs,
  AZURE: azure,
  ALIYUNOSS: oss,
  COS: cos,
  SWIFT: swift,
  OBS: obs,
  BOS: bos,
  OCI: oci,
  FILESYSTEM: filesystem,
} satisfies { [T in Type]: z.ZodType<Extract<ObjectStore, { type: T }>> }

const { S3: first, FILESYSTEM, ...others } = forms

/** Where blocks are kept. Source of the field names: https://thanos.io/tip/thanos/storage.md/ */
export const objectStore = z
  .discriminatedUnion('type', [first, ...Object.values(others), FILESYSTEM])
  .describe('The bucket that blocks are kept in. Credentials are never written here, only where they come from.')

const remote = z
  .discriminatedUnion('type', [first, ...Object.values(others)])
  .describe('Where it is and how it is reached, as objectStore; FILESYSTEM is not possible.')

const additionalBucket = z.strictObject({
  name: dnsLabel.describe('A short name, which its Store has after "thanos-store-".'),
  objectStore: remote,
})

/** Buckets that are only read. */
export const additionalBuckets = z.array(additionalBucket).max(32)
