import type { ObjectStore } from '@thanos-fleet/cluster-spec'

/**
 * One secret value: its key in the Secret, its environment variable, and the field of the configuration it fills.
 * Without a field, the value is mounted as a file and the variable holds its path.
 */
export interface SecretKeyOf {
  key: string
  variable: string
  field: string | null
}

/** The Secret that an ExternalSecret makes; an existing one has the name the specification gives. */
const generatedSecret = 'thanos-object-store-credentials'

/** The name of an object of a bucket: that of the cluster's own has no suffix. */
export function nameFor(bucket: string | null, name: string): string {
  return bucket === null ? name : `${name}-${bucket}`
}

/**
 * What the Secret of each type of object store must hold. The fields are Thanos' own
 * (https://thanos.io/tip/thanos/storage.md/); the keys and variables are the names that the provider's tools use.
 */
export const secretKeys: Record<Exclude<ObjectStore['type'], 'FILESYSTEM'>, SecretKeyOf[]> = {
  S3: [secret('AWS_ACCESS_KEY_ID', 'access_key'), secret('AWS_SECRET_ACCESS_KEY', 'secret_key')],
  // A document of many lines, which Thanos' replacement of variables would tear apart.
  GCS: [{ key: 'service-account.json', variable: 'GOOGLE_APPLICATION_CREDENTIALS', field: null }],
  AZURE: [secret('AZURE_STORAGE_ACCOUNT_KEY', 'storage_account_key')],
  ALIYUNOSS: [secret('OSS_ACCESS_KEY_ID', 'access_key_id'), secret('OSS_ACCESS_KEY_SECRET', 'access_key_secret')],
  COS: [secret('COS_SECRET_ID', 'secret_id'), secret('COS_SECRET_KEY', 'secret_key')],
  SWIFT: [secret('OS_USERNAME', 'username'), secret('OS_PASSWORD', 'password')],
  OBS: [secret('OBS_ACCESS_KEY', 'access_key'), secret('OBS_SECRET_KEY', 'secret_key')],
  BOS: [secret('BCE_ACCESS_KEY_ID', 'access_key'), secret('BCE_SECRET_ACCESS_KEY', 'secret_key')],
  OCI: [
    secret('OCI_TENANCY', 'tenancy_ocid'),
    secret('OCI_USER', 'user_ocid'),
    secret('OCI_FINGERPRINT', 'fingerprint'),
    secret('OCI_PRIVATE_KEY', 'privatekey'),
  ],
}

/**
 * The name of the Secret with the credentials; null where there is none (workload identity, FILESYSTEM).
 * @param bucket the name of an additional bucket; null: the cluster's own
 */
export function credentialsSecret(store: ObjectStore, bucket: string | null = null): string | null {
  if (store.type === 'FILESYSTEM' || 'workloadIdentity' in store.credentials) return null
  return 'secret' in store.credentials ? store.credentials.secret.name : nameFor(bucket, generatedSecret)
}

function secret(variable: string, field: string): SecretKeyOf {
  return { key: variable, variable, field }
}
