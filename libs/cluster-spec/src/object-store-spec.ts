import type { Quantity } from '@thanos-fleet/kubernetes'

/** Where blocks are kept. Field names are those of Thanos' own configuration; credentials are never part of it. */
export type ObjectStore =
  | {
      type: 'S3'
      bucket: string
      endpoint: string
      region: string | null
      insecure: boolean
      bucketLookupType: 'auto' | 'path' | 'virtual-hosted'
      prefix: string
      ca: CaFile | null
      sse: 'SSE-S3' | { kmsKeyId: string } | null
      credentials: Credentials
    }
  | { type: 'GCS'; bucket: string; prefix: string; ca: CaFile | null; credentials: Credentials }
  | {
      type: 'AZURE'
      storageAccount: string
      container: string
      endpoint: string | null
      prefix: string
      ca: CaFile | null
      credentials: Credentials
    }
  | { type: 'ALIYUNOSS'; endpoint: string; bucket: string; prefix: string; ca: CaFile | null; credentials: Credentials }
  | {
      type: 'COS'
      bucket: string
      region: string
      appId: string
      prefix: string
      ca: CaFile | null
      credentials: Credentials
    }
  | {
      type: 'SWIFT'
      authUrl: string
      container: string
      region: string
      domainName: string
      projectName: string
      prefix: string
      ca: CaFile | null
      credentials: Credentials
    }
  | { type: 'OBS'; bucket: string; endpoint: string; prefix: string; ca: CaFile | null; credentials: Credentials }
  | { type: 'BOS'; bucket: string; endpoint: string; prefix: string; ca: CaFile | null; credentials: Credentials }
  | {
      type: 'OCI'
      bucket: string
      compartment: string
      region: string
      prefix: string
      ca: CaFile | null
      credentials: Credentials
    }
  | { type: 'FILESYSTEM'; directory: string; volume: SharedVolume }

/** An object store, reached over the network. */
export type RemoteObjectStore = Exclude<ObjectStore, { type: 'FILESYSTEM' }>

/** A bucket that is only read, by a Store of its own; whoever owns it compacts it, or nobody does. */
export interface AdditionalBucket {
  /** Part of the names of its objects. */
  name: string
  objectStore: RemoteObjectStore
}

/** The authority that signed the certificate of the bucket: a key of an existing Secret or ConfigMap. */
export type CaFile = { secret: string; key: string } | { configMap: string; key: string }

/** Where the secret half of the object store's configuration comes from. */
export type Credentials =
  | { /** An existing Secret of the namespace; its keys are named in libs/object-store. */ secret: { name: string } }
  | {
      /** An ExternalSecret is generated that makes the Secret. */ externalSecret: {
        store: string
        storeKind: 'SecretStore' | 'ClusterSecretStore'
        key: string
      }
    }
  | {
      /** The pod's own identity: annotations for the ServiceAccounts, as the cloud wants them. */ workloadIdentity: {
        annotations: Record<string, string>
        podLabels: Record<string, string>
      }
    }

/** The one volume of a FILESYSTEM bucket, mounted by everything that touches the bucket. */
export interface SharedVolume {
  size: Quantity
  accessMode: 'ReadWriteOnce' | 'ReadWriteMany'
  storageClass: string | null
}
