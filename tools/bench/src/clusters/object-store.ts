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
    { type: 'S3', bucket, endpoint: random.pick(['10.4.3.2:9000', 's3.storage:9000']), credentials },
    { type: 'GCS', bucket, credentials: own(random, {}) ?? credentials },
    { type: 'AZURE', storageAccount: 'monitoring', container: bucket, credentials: own(random, azure) ?? credentials },
    { type: 'ALIYUNOSS', endpoint: 'oss-eu-central-1.aliyuncs.com', bucket, credentials },
    { type: 'COS', bucket, region: 'eu-frankfurt', appId: '1250000000', credentials },
    { type: 'SWIFT', authUrl: 'https://keystone.example.com/v3', container: bucket, ...swift, credentials },
    { type: 'OBS', bucket, endpoint: 'obs.eu-west-101.myhuaweicloud.eu', credentials },
    { type: 'BOS', bucket, endpoint: 'bj.bcebos.com', credentials },
    { type: 'OCI', bucket, compartment: 'ocid1.compartment.oc1..a', region: 'eu-frankfurt-1', credentials: own(random, {}) ?? credentials },
  ]
  return { ...random.pick(stores), ...(shared ? { prefix: `fleet/${name}` } : {}) }
}

const azure = { podLabels: { 'azure.workload.identity/use': 'true' } }
const swift = { region: 'RegionOne', projectName: 'monitoring' }

function amazon(random: Random): object {
  const encryption = random.chance(0.3) ? { sse: 'SSE-S3' } : {}
  return { type: 'S3', endpoint: 's3.eu-central-1.amazonaws.com', region: 'eu-central-1', ...encryption }
}

/** The pods' own identity, in half of the cases. */
function own(random: Random, workloadIdentity: object): object | undefined {
  return random.chance(0.5) ? { workloadIdentity } : undefined
}

function identity(random: Random, name: string): object | undefined {
  if (random.chance(0.5)) return own(random, {})
  const role = `arn:aws:iam::111122223333:role/thanos-${name}`
  return { workloadIdentity: { annotations: { 'eks.amazonaws.com/role-arn': role } } }
}
