import { isProduction } from '@thanos-fleet/catalog'
import { type BucketSetting, bucketsOf } from '../buckets.ts'
import type { Finding } from '../finding.ts'
import { pathText } from '../issues/describe.ts'
import type { Check } from './check.ts'

/** Everything that touches the bucket mounts its volume, a ReadWriteOnce one on a single node only (wiring rule 25). */
export const sharedVolume: Check = ({ objectStore, topology }) => {
  if (objectStore?.type !== 'FILESYSTEM' || objectStore.volume.accessMode === 'ReadWriteMany') return []
  if (topology.singleNode !== null) return []
  return [
    {
      code: 'filesystem-without-shared-volume',
      path: ['objectStore', 'volume', 'accessMode'],
      also: [['topology', 'singleNode']],
      message: 'the FILESYSTEM bucket is on a ReadWriteOnce volume, but pods on several nodes use it',
      remedy: 'set topology.singleNode, or write objectStore.volume.accessMode: ReadWriteMany',
    },
  ]
}

/** Pods of several users, or of one that the cluster may change, cannot write to each other's files. */
export const sharedUser: Check = ({ objectStore, security }) => {
  if (objectStore?.type !== 'FILESYSTEM' || security.fixedUsers) return []
  return [
    {
      code: 'filesystem-without-fixed-user',
      path: ['security', 'fixedUsers'],
      also: [['objectStore', 'type']],
      message: 'the FILESYSTEM bucket is a volume that all pods write to as one user, and security.fixedUsers is false',
      remedy: 'use an object store, for example S3, or write security.fixedUsers: true',
    },
  ]
}

/** Thanos itself calls FILESYSTEM a demonstration. */
export const developmentBucket: Check = ({ mode, objectStore }) => {
  if (objectStore === null) return []
  const isFolder = objectStore.type === 'FILESYSTEM'
  if (!isProduction(mode)) {
    return isFolder
      ? []
      : [
          {
            code: 'mode-needs-filesystem',
            path: ['objectStore', 'type'],
            also: [['mode']],
            message: `mode ${mode} uses the FILESYSTEM object store, but objectStore.type is ${objectStore.type}`,
            remedy: 'write type: FILESYSTEM, remove objectStore, or choose another mode',
          },
        ]
  }
  return !isFolder
    ? []
    : [
        {
          severity: 'warning',
          code: 'filesystem-in-production',
          path: ['objectStore', 'type'],
          also: [['mode']],
          message: `mode ${mode} with a FILESYSTEM bucket: Thanos supports it for testing only`,
          remedy: 'use an object store, for example S3',
        },
      ]
}

/** A production mode has no bucket by default: everybody would write into the same. */
export const bucketNamed: Check = ({ mode, sendsTo }, { written }) => {
  if (!isProduction(mode) || sendsTo !== null || written(['objectStore'])) return []
  return [
    {
      code: 'missing-key',
      path: ['objectStore'],
      message: `"objectStore" is missing: mode ${mode} stores its blocks in a bucket`,
      remedy:
        'add objectStore with type, bucket and credentials; types: S3, GCS, AZURE, ALIYUNOSS, COS,' +
        ' SWIFT, OBS, BOS, OCI; or sendsTo with the cluster that keeps the samples of this one',
    },
  ]
}

const withIdentity = new Set(['S3', 'GCS', 'AZURE', 'OCI'])

/** Thanos takes the pod's identity only from some clouds. Source: https://thanos.io/tip/thanos/storage.md/ */
export const workloadIdentity: Check = (spec) => bucketsOf(spec).flatMap(ofIdentity)

function ofIdentity({ path, store }: BucketSetting): Finding[] {
  if (store.type === 'FILESYSTEM' || !('workloadIdentity' in store.credentials)) return []
  if (withIdentity.has(store.type)) return []
  return [
    {
      code: 'workload-identity-not-supported',
      path: [...path, 'credentials', 'workloadIdentity'],
      at: 'key',
      also: [[...path, 'type']],
      message: `Thanos does not support workload identity with ${store.type}`,
      remedy: `write credentials: {secret: name}; workload identity works with ${[...withIdentity].join(', ')}`,
    },
  ]
}

/** Whose configuration has `http_config.tls_config`. Source: the Config types of github.com/thanos-io/objstore/providers */
const withAuthority = new Set(['S3', 'GCS', 'AZURE', 'COS', 'SWIFT', 'OBS'])

/** Thanos takes a private authority only from some providers, and plain HTTP has none. */
export const bucketAuthority: Check = (spec) => bucketsOf(spec).flatMap(ofAuthority)

function ofAuthority({ path, store }: BucketSetting): Finding[] {
  if (store.type === 'FILESYSTEM' || store.ca === null) return []
  if (!withAuthority.has(store.type)) {
    return [
      {
        code: 'ca-not-supported',
        path: [...path, 'ca'],
        at: 'key',
        also: [[...path, 'type']],
        message: `Thanos does not take a private authority with ${store.type}`,
        remedy: `remove ca; it works with ${[...withAuthority].join(', ')}, and every S3 API can be used as S3`,
      },
    ]
  }
  if (store.type !== 'S3' || !store.insecure) return []
  return [
    {
      code: 'ca-without-tls',
      path: [...path, 'ca'],
      at: 'key',
      also: [[...path, 'insecure']],
      message: `${pathText([...path, 'ca'])} has no effect: with insecure the bucket is reached by plain HTTP`,
      remedy: 'remove ca, or insecure',
    },
  ]
}
