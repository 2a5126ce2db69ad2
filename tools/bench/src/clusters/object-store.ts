import type { Random } from './random.ts'

/** A random object store of a production mode, of any type that Thanos knows but FILESYSTEM, and no other cluster's. */
export function randomObjectStore(random: Random, name: string): object {
  const shared = random.chance(0.5)
  const bucket = shared ? 'thanos' : `thanos-${name}`
  const credentials = random.chance(0.3)
    ? { externalSecret: { store: 'vault', key: `monitoring/${name}` } }
    : { secret: 'thanos-objstore' }
  const stores = [
    { ...amazon(random), bucket, credentials: identity(random, name) ?? credentials },
    { type: 'S3', bucket, endpoint: 'rgw.storage.svc:8080', insecure: true, bucketLookupType: 'path', credentials },
    { type: 'GCS', bucket, credentials },
    { type: 'AZURE', storageAccount: 'monitoring', container: bucket, credentials },
    { type: 'ALIYUNOSS', endpoint: 'oss-eu-central-1.aliyuncs.com', bucket, credentials },
    { type: 'COS', bucket, region: 'eu-frankfurt', appId: '1250000000', credentials },
    { type: 'SWIFT', authUrl: 'https://keystone.example.com/v3', container: bucket, ...swift, credentials },
    { type: 'OBS', bucket, endpoint: 'obs.eu-west-101.myhuaweicloud.eu', credentials },
    { type: 'BOS', bucket, endpoint: 'bj.bcebos.com', credentials },
    { type: 'OCI', bucket, compartment: 'ocid1.compartment.oc1..a', region: 'eu-frankfurt-1', credentials },
  ]
  return { ...random.pick(stores), ...(shared ? { prefix: `fleet/${name}` } : {}) }
}

const swift = { region: 'RegionOne', projectName: 'monitoring' }

function amazon(random: Random): object {
  const encryption = random.chance(0.3) ? { sse: 'SSE-S3' } : {}
  return { type: 'S3', endpoint: 's3.eu-central-1.amazonaws.com', region: 'eu-central-1', ...encryption }
}

function identity(random: Random, name: string): object | undefined {
  if (random.chance(0.5)) return undefined
  const role = `arn:aws:iam::111122223333:role/thanos-${name}`
  return { workloadIdentity: { annotations: { 'eks.amazonaws.com/role-arn': role } } }
}
