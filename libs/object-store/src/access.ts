import type { AdditionalBucket, CaFile, ClusterSpec, ObjectStore } from '@thanos-fleet/cluster-spec'
import type { EnvVar, Volume, VolumeMount } from '@thanos-fleet/kubernetes'
import { caDirectory, caFileName } from './configuration.ts'
import { credentialsSecret, nameFor, secretKeys } from './credentials.ts'

/** The ConfigMap with the bucket's configuration, and the claim of a FILESYSTEM bucket. */
export const configName = 'thanos-object-store'
export const bucketClaim = 'thanos-bucket'
export const configKey = 'object-store.yaml'

const credentialsDirectory = '/etc/thanos/credentials'
const directory = '/etc/thanos/object-store'

/** What a container and its pod need to reach the bucket. Everything that touches the bucket has exactly the same. */
export interface BucketAccess {
  flags: { 'objstore.config-file': string }
  env: EnvVar[]
  mounts: VolumeMount[]
  volumes: Volume[]
  serviceAccountAnnotations: Record<string, string>
  podLabels: Record<string, string>
  /** Whether the pods need the token of their ServiceAccount, which OKE takes in exchange for credentials. */
  usesKubernetesApi: boolean
}

/** Access to the bucket of a cluster. @throws RangeError when it has none: then it has nothing either that could ask */
export function bucketAccess({ objectStore }: Pick<ClusterSpec, 'objectStore'>): BucketAccess {
  if (objectStore === null) throw new RangeError('a cluster that sends to another one has no bucket')
  return accessTo(objectStore, null)
}

/** Access to a bucket that is only read. */
export function additionalBucketAccess({ name, objectStore }: AdditionalBucket): BucketAccess {
  return accessTo(objectStore, name)
}

function accessTo(store: ObjectStore, bucket: string | null): BucketAccess {
  const secretName = credentialsSecret(store, bucket)
  const identity =
    store.type !== 'FILESYSTEM' && 'workloadIdentity' in store.credentials
      ? store.credentials.workloadIdentity
      : { annotations: {}, podLabels: {} }
  const access: BucketAccess = {
    flags: { 'objstore.config-file': `${directory}/${configKey}` },
    env: environment(store, secretName),
    mounts: [{ name: 'object-store', mountPath: directory, readOnly: true }],
    volumes: [{ name: 'object-store', configMap: { name: nameFor(bucket, configName) } }],
    serviceAccountAnnotations: identity.annotations,
    podLabels: identity.podLabels,
    usesKubernetesApi: store.type === 'OCI' && 'workloadIdentity' in store.credentials,
  }
  if (store.type === 'FILESYSTEM') {
    access.mounts.push({ name: 'bucket', mountPath: store.directory })
    access.volumes.push({ name: 'bucket', persistentVolumeClaim: { claimName: bucketClaim } })
  }
  if (store.type !== 'FILESYSTEM' && store.ca !== null) {
    access.mounts.push({ name: 'bucket-ca', mountPath: caDirectory, readOnly: true })
    access.volumes.push({ name: 'bucket-ca', ...authority(store.ca) })
  }
  if (
    secretName !== null &&
    store.type !== 'FILESYSTEM' &&
    secretKeys[store.type].some(({ field }) => field === null)
  ) {
    access.mounts.push({ name: 'credentials', mountPath: credentialsDirectory, readOnly: true })
    access.volumes.push({ name: 'credentials', secret: { secretName } })
  }
  return access
}

/** Only the certificate: a Secret of cert-manager has the private key beside it. */
function authority(ca: CaFile): Omit<Volume, 'name'> {
  const items = [{ key: ca.key, path: caFileName }]
  return 'secret' in ca ? { secret: { secretName: ca.secret, items } } : { configMap: { name: ca.configMap, items } }
}

function environment(store: ObjectStore, name: string | null): EnvVar[] {
  if (store.type === 'FILESYSTEM' || name === null) return []
  return secretKeys[store.type].map(({ variable, key, field }) =>
    field === null
      ? { name: variable, value: `${credentialsDirectory}/${key}` }
      : { name: variable, valueFrom: { secretKeyRef: { name, key } } },
  )
}
