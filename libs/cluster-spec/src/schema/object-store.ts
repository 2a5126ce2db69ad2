import { z } from 'zod'
import { hostPort, nonEmpty, objectName, quantity, textOf } from './primitives.ts'
import { credentials } from './secrets.ts'

const prefix = textOf(/^([^/\s]+(\/[^/\s]+)*)?$/, 512, {
  code: 'bad-prefix',
  expected: 'a prefix without a slash at either end',
  remedy: 'write it as folders: fleet/cluster-a',
}).default('').describe('Folder of the bucket below which everything is kept.')

const url = textOf(/^https?:\/\/[^\s/]+(\/\S*)?$/, 2048, {
  code: 'bad-url',
  expected: 'a URL',
  remedy: 'write it with its scheme: https://keystone.example.com/v3',
})

const absolutePath = textOf(/^(\/[A-Za-z0-9_][-A-Za-z0-9_.]*)+$/, 200, {
  code: 'bad-path',
  expected: 'an absolute path without ".." and without a slash at the end',
  remedy: 'write a path from the root: /var/thanos/objstore',
})

const s3 = z.strictObject({
  type: z.literal('S3'),
  bucket: nonEmpty,
  endpoint: hostPort.describe('Host, with or without a port: s3.eu-central-1.amazonaws.com, minio.minio.svc:9000.'),
  region: nonEmpty.nullable().default(null),
  insecure: z.boolean().default(false).describe('Plain HTTP instead of HTTPS.'),
  bucketLookupType: z.enum(['auto', 'path', 'virtual-hosted']).default('auto')
    .describe('MinIO and Ceph RGW without wildcard DNS need "path".'),
  prefix,
  sse: z.union([z.literal('SSE-S3'), z.strictObject({ kmsKeyId: nonEmpty }), z.null()]).default(null)
    .describe('Encryption by the server: SSE-S3, or {kmsKeyId} for SSE-KMS.'),
  credentials,
})

const gcs = z.strictObject({ type: z.literal('GCS'), bucket: nonEmpty, prefix, credentials })

const azure = z.strictObject({
  type: z.literal('AZURE'),
  storageAccount: nonEmpty,
  container: nonEmpty,
  endpoint: hostPort.nullable().default(null).describe('Only for sovereign clouds.'),
  prefix,
  credentials,
})

const oss = z.strictObject({ type: z.literal('ALIYUNOSS'), endpoint: hostPort, bucket: nonEmpty, prefix, credentials })

const cos = z.strictObject({
  type: z.literal('COS'), bucket: nonEmpty, region: nonEmpty, appId: nonEmpty, prefix, credentials,
})

const swift = z.strictObject({
  type: z.literal('SWIFT'),
  authUrl: url,
  container: nonEmpty,
  region: nonEmpty,
  domainName: nonEmpty.default('Default'),
  projectName: nonEmpty,
  prefix,
  credentials,
})

const obs = z.strictObject({ type: z.literal('OBS'), bucket: nonEmpty, endpoint: hostPort, prefix, credentials })

const bos = z.strictObject({ type: z.literal('BOS'), bucket: nonEmpty, endpoint: hostPort, prefix, credentials })

const oci = z.strictObject({
  type: z.literal('OCI'), bucket: nonEmpty, compartment: nonEmpty, region: nonEmpty, prefix, credentials,
})

const sharedVolume = z.strictObject({
  size: quantity.default('10Gi'),
  accessMode: z.enum(['ReadWriteOnce', 'ReadWriteMany']).default('ReadWriteOnce')
    .describe('ReadWriteOnce needs topology.singleNode.'),
  storageClass: objectName.nullable().default(null),
})

const filesystem = z.strictObject({
  type: z.literal('FILESYSTEM'),
  directory: absolutePath.default('/var/thanos/objstore'),
  volume: sharedVolume.prefault({}).describe('The one volume that everything of the bucket mounts.'),
})

/** Where blocks are kept. Source of the field names: https://thanos.io/tip/thanos/storage.md/ */
export const objectStore = z
  .discriminatedUnion('type', [s3, gcs, azure, oss, cos, swift, obs, bos, oci, filesystem])
  .describe('The bucket that blocks are kept in. Credentials are never written here, only where they come from.')
