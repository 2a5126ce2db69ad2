import type { Random } from './random.ts'

/** A random object store of a production mode, of any type that Thanos knows but FILESYSTEM. */
export function randomObjectStore(random: Random, name: string): object {
  const credentials = random.chance(0.3)
    ? { externalSecret: { store: 'vault', key: `monitoring/${name}` } }
    : { secret: 'thanos-objstore' }
  const prefix = random.chance(0.5) ? { prefix: `fleet/${name}` } : {}
  const stores = [
    { type: 'S3', bucket: 'thanos', endpoint: 's3.eu-central-1.amazonaws.com', ...s3(random), credentials: identity(random, name) ?? credentials },
    { type: 'S3', bucket: 'thanos', endpoint: 'rgw.storage.svc:8080', insecure: true, bucketLookupType: 'path', credentials },
    { type: 'GCS', bucket: `thanos-${name}`, credentials },
    { type: 'AZURE', storageAccount: 'monitoring', container: `thanos-${name}`, credentials },
    { type: 'ALIYUNOSS', endpoint: 'oss-eu-central-1.aliyuncs.com', bucket: 'thanos', credentials },
    { type: 'COS', bucket: 'thanos', region: 'eu-frankfurt', appId: '1250000000', credentials },
    { type: 'SWIFT', authUrl: 'https://keystone.example.com/v3', container: 'thanos', region: 'RegionOne', projectName: 'monitoring', credentials },
    { type: 'OBS', bucket: 'thanos', endpoint: 'obs.eu-west-101.myhuaweicloud.eu', credentials },
    { type: 'BOS', bucket: 'thanos', endpoint: 'bj.bcebos.com', credentials },
    { type: 'OCI', bucket: 'thanos', compartment: 'ocid1.compartment.oc1..a', region: 'eu-frankfurt-1', credentials },
  ]
  return { ...random.pick(stores), ...prefix }
}

function s3(random: Random): object {
  return { region: 'eu-central-1', ...(random.chance(0.3) ? { sse: 'SSE-S3' } : {}) }
}

function identity(random: Random, name: string): object | undefined {
  if (random.chance(0.5)) return undefined
  const role = `arn:aws:iam::111122223333:role/thanos-${name}`
  return { workloadIdentity: { annotations: { 'eks.amazonaws.com/role-arn': role } } }
}
