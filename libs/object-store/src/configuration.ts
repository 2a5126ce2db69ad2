import type { ObjectStore } from '@thanos-fleet/cluster-spec'
import { yamlText } from '@thanos-fleet/authoring'
import type { Json } from '@thanos-fleet/kubernetes'
import { secretKeys } from './credentials.ts'

/**
 * The configuration of the bucket as Thanos reads it. What is secret is left as `$(NAME)`, which Thanos replaces by the
 * environment variable when it starts, so the file can be read, compared and reviewed by anybody.
 * Keys: https://thanos.io/tip/thanos/storage.md/, checked by starting Thanos with the file (gen:validate).
 */
export function configuration(store: ObjectStore): Json {
  if (store.type === 'FILESYSTEM') return { type: store.type, config: { directory: store.directory } }
  const { prefix } = store
  return {
    type: store.type,
    config: { ...location(store), ...secrets(store), ...trust(store) },
    ...(prefix === '' ? {} : { prefix }),
  }
}

/** Where containers find the authority of the bucket. */
export const caDirectory = '/etc/thanos/bucket-ca'
export const caFileName = 'ca.crt'

/** Thanos then trusts this authority alone: the file takes the place of those of the image. */
function trust({ ca }: Remote): { [key: string]: Json } {
  return ca === null ? {} : { http_config: { tls_config: { ca_file: `${caDirectory}/${caFileName}` } } }
}

type Remote = Exclude<ObjectStore, { type: 'FILESYSTEM' }>

/** Where the bucket is. */
function location(store: Remote): { [key: string]: Json } {
  switch (store.type) {
    case 'S3':
      return {
        bucket: store.bucket,
        endpoint: store.endpoint,
        ...(store.region === null ? {} : { region: store.region }),
        insecure: store.insecure,
        bucket_lookup_type: store.bucketLookupType,
        ...(store.sse === null ? {} : { sse_config: encryption(store.sse) }),
        ...('workloadIdentity' in store.credentials ? { aws_sdk_auth: true } : {}),
      }
    case 'GCS':
      return { bucket: store.bucket }
    case 'AZURE':
      return {
        storage_account: store.storageAccount,
        container: store.container,
        ...(store.endpoint === null ? {} : { endpoint: store.endpoint }),
      }
    case 'COS':
      return { bucket: store.bucket, region: store.region, app_id: store.appId }
    case 'SWIFT':
      return {
        auth_url: store.authUrl,
        container_name: store.container,
        region_name: store.region,
        domain_name: store.domainName,
        project_name: store.projectName,
      }
    case 'OCI':
      return {
        provider: 'workloadIdentity' in store.credentials ? 'oke-workload-identity' : 'raw',
        bucket: store.bucket,
        compartment_ocid: store.compartment,
        region: store.region,
      }
    case 'ALIYUNOSS':
    case 'OBS':
    case 'BOS':
      return { bucket: store.bucket, endpoint: store.endpoint }
  }
}

function encryption(sse: 'SSE-S3' | { kmsKeyId: string }): Json {
  return sse === 'SSE-S3' ? { type: sse } : { type: 'SSE-KMS', kms_key_id: sse.kmsKeyId }
}

/** References to the environment, by the configuration's keys; none where the pod's identity is enough. */
function secrets(store: Remote): { [key: string]: Json } {
  if ('workloadIdentity' in store.credentials) return {}
  return Object.fromEntries(
    secretKeys[store.type].flatMap(({ field, variable }) => (field === null ? [] : [[field, `$(${variable})`]])),
  )
}

/**
 * The configuration as the text of a file. References to variables are quoted: Thanos replaces them before it parses
 * the YAML, and a key such as `0123` or `a: b` would otherwise not be read as the string it is. A private key of several
 * lines is stored with `\n` in place of its line ends, which double quotes turn back.
 */
export function configurationText(store: ObjectStore): string {
  return yamlText(configuration(store))
    .replace(/: (\$\(OCI_PRIVATE_KEY\))$/gm, ': "$1"')
    .replace(/: (\$\(\w+\))$/gm, ": '$1'")
}
