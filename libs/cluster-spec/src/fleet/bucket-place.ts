import type { ObjectStore } from '../spec.ts'
import { cloudOf, mayBeService, serverOf, serverText, serviceNamespace } from './endpoint.ts'

/** The normal form of a bucket: what is left of a configuration when all that does not say where blocks are is gone. */
export interface Bucket {
  /** In words; two that differ are two buckets. */
  root: string
  /** What tells buckets of one root apart; null: cannot be known, so it may be the same as any. */
  details: Readonly<Record<string, string | null>>
  /** Whether the endpoint may be a Service that was not written as one. */
  mayBeService: boolean
}

/** A bucket and the folder in it. */
export interface BucketPlace extends Bucket {
  /** The folder's path, without empty parts; empty: the whole bucket. */
  prefix: readonly string[]
}

type Type = ObjectStore['type']
type Stores = { [T in Type]: Extract<ObjectStore, { type: T }> }

/** How a setting counts: `identifies` the bucket, or says only how it is reached or used. */
export type Role = 'identifies' | 'does not identify'

/** One provider: the part that each of its settings has in the normal form, and the normal form. */
interface Form<Store> {
  settings: { [Setting in Exclude<keyof Store, 'type' | 'prefix' | 'ca' | 'credentials'>]: Role }
  /** Null: the bucket belongs to its Kubernetes cluster alone, and no other can reach it. */
  bucket(store: Store): Bucket | null
}

/**
 * What identifies a bucket, provider by provider. A new type, or a new setting of one, does not compile without its
 * row. Names are compared without case wherever the provider does not tell buckets apart by it.
 */
export const forms: { [T in Type]: Form<Stores[T]> } = {
  S3: {
    settings: {
      bucket: 'identifies',
      endpoint: 'identifies',
      // No more than AWS' partition; other servers use it to sign requests only.
      region: 'does not identify',
      insecure: 'does not identify',
      bucketLookupType: 'does not identify',
      sse: 'does not identify',
    },
    bucket: ({ bucket, endpoint, region }) => bucketAt(endpoint, bucket, region),
  },
  GCS: {
    settings: { bucket: 'identifies' },
    bucket: ({ bucket }) => named(bucket, 'of Google Cloud'),
  },
  AZURE: {
    settings: { storageAccount: 'identifies', container: 'identifies', endpoint: 'identifies' },
    bucket: azure,
  },
  ALIYUNOSS: {
    settings: { bucket: 'identifies', endpoint: 'identifies' },
    bucket: ({ bucket, endpoint }) => bucketAt(endpoint, bucket),
  },
  COS: {
    settings: { bucket: 'identifies', appId: 'identifies', region: 'identifies' },
    // The bucket's full name has the account's number in it, as Thanos puts it together (providers/cos of objstore).
    bucket: ({ bucket, appId, region }) => ({
      ...named(`${bucket}-${appId}`, 'of Tencent Cloud'),
      details: { region: tencentRegion(region) },
    }),
  },
  SWIFT: {
    settings: {
      container: 'identifies',
      projectName: 'identifies',
      domainName: 'identifies',
      region: 'identifies',
      authUrl: 'identifies',
    },
    bucket: swift,
  },
  OBS: {
    settings: { bucket: 'identifies', endpoint: 'identifies' },
    bucket: ({ bucket, endpoint }) => bucketAt(endpoint, bucket),
  },
  BOS: {
    settings: { bucket: 'identifies', endpoint: 'identifies' },
    bucket: ({ bucket, endpoint }) => bucketAt(endpoint, bucket),
  },
  OCI: {
    // Thanos asks the tenancy for its namespace; the compartment is only used to make a bucket (providers/oci).
    settings: { bucket: 'identifies', region: 'identifies', compartment: 'does not identify' },
    bucket: ({ bucket, region }) => oracle(bucket, region, null),
  },
  FILESYSTEM: {
    settings: { directory: 'does not identify', volume: 'does not identify' },
    // A volume that is claimed in the cluster.
    bucket: () => null,
  },
}

/** Where a cluster's blocks are, in normal form; null where no other cluster can reach them. */
export function bucketPlace(store: ObjectStore): BucketPlace | null {
  const bucket = bucketOf(store.type, store)
  return bucket === null || store.type === 'FILESYSTEM' ? null : { ...bucket, prefix: folders(store.prefix) }
}

/** The place in words, equal for all spellings of it. */
export function placeText({ root, details, prefix }: BucketPlace): string {
  const known = Object.entries(details).map(([name, value]) => `${name} ${value ?? 'unknown'}`)
  return [root, ...(known.length === 0 ? [] : [`(${known.join(', ')})`]), ...below(prefix)].join(' ')
}

/** Whether two buckets of one root may be the same. */
export function maySame(one: Bucket, other: Bucket): boolean {
  return Object.entries(one.details).every(([name, value]) => {
    const there = other.details[name] ?? null
    return value === null || there === null || value === there
  })
}

function bucketOf<T extends Type>(type: T, store: Stores[T]): Bucket | null {
  return forms[type].bucket(store)
}

/** Thanos takes slashes off both ends; inside of a prefix, several are taken for one, to be on the safe side. */
function folders(prefix: string): string[] {
  return prefix.split('/').filter((folder) => folder !== '')
}

function below(prefix: readonly string[]): string[] {
  return prefix.length === 0 ? [] : [`below "${prefix.join('/')}"`]
}

function named(bucket: string, where: string): Bucket {
  return { root: `the bucket "${bucket.toLowerCase()}" ${where}`, details: {}, mayBeService: false }
}

/** A bucket by the endpoint that it is asked for at, of whatever protocol: most clouds speak S3 as well. */
function bucketAt(endpoint: string, bucket: string, region: string | null = null): Bucket | null {
  const server = serverOf(endpoint)
  const { host } = server
  if (serviceNamespace(host) !== null) return null
  const cloud = cloudOf(host, region)
  if (cloud === null) return { ...named(bucket, `at ${serverText(server)}`), mayBeService: mayBeService(host) }
  if (cloud === 'Tencent Cloud') {
    const [, place = 'accelerate'] = /(?:^|\.)cos(?:-internal)?\.([^.]+)\./.exec(host) ?? []
    return { ...named(bucket, `of ${cloud}`), details: { region: tencentRegion(place) } }
  }
  if (cloud === 'Oracle Cloud') {
    const [, namespace = null] = /^([^.]+)\.compat\./.exec(host) ?? []
    const [, place = ''] = /(?:^|\.)objectstorage\.([^.]+)\./.exec(host) ?? []
    return oracle(bucket, place, namespace)
  }
  return named(bucket, `of ${cloud}`)
}

/** The endpoint of global acceleration, which stands where a region does, leads to all regions. */
function tencentRegion(region: string): string | null {
  const name = region.toLowerCase()
  return name.startsWith('accelerate') ? null : name
}

/** Oracle tells names apart by case. A region may be written as its key, `fra`, which names no region by itself. */
function oracle(bucket: string, region: string, namespace: string | null): Bucket {
  const name = region.toLowerCase()
  return {
    root: `the bucket "${bucket}" of Oracle Cloud`,
    details: { namespace, region: name.includes('-') ? name : null },
    mayBeService: false,
  }
}

/** The domains of Azure's clouds, https://learn.microsoft.com/azure/storage/common/storage-account-overview. */
const azureClouds: Readonly<Record<string, string>> = {
  'windows.net': 'Azure',
  'azure.net': 'Azure',
  'chinacloudapi.cn': 'Azure in China',
  'usgovcloudapi.net': 'Azure Government',
}

/** An account's name is unique in its cloud. Thanos' default endpoint: `DefaultConfig` of providers/azure. */
function azure({ storageAccount, container, endpoint }: Stores['AZURE']): Bucket | null {
  const server = serverOf(endpoint ?? 'blob.core.windows.net')
  if (serviceNamespace(server.host) !== null) return null
  const cloud = azureClouds[server.host.split('.').slice(-2).join('.')]
  const where = cloud === undefined ? `at ${serverText(server)}` : `of ${cloud}`
  const account = storageAccount.toLowerCase()
  return {
    root: `the container "${container.toLowerCase()}" of the account "${account}" ${where}`,
    details: {},
    mayBeService: cloud === undefined && mayBeService(server.host),
  }
}

/**
 * A container is unique in its project and region. Of authUrl only the host counts: Keystone answers for the same
 * projects at several ports and versions. Keystone does not tell names apart by case, Swift does.
 */
function swift({ authUrl, container, region, domainName, projectName }: Stores['SWIFT']): Bucket | null {
  const { host } = serverOf(authUrl)
  if (serviceNamespace(host) !== null) return null
  const [domain, project, place] = [domainName, projectName, region].map((name) => name.toLowerCase())
  return {
    root: `the container "${container}" of the project "${project}" of "${domain}" in ${place} at ${host}`,
    details: {},
    mayBeService: mayBeService(host),
  }
}
