import type { ClusterSpec, ObjectStore } from '@thanos-fleet/cluster-spec'
import { type Built, claim, configFiles, type Context } from '@thanos-fleet/authoring'
import { commonLabels, type ExternalSecret, type KubeObject } from '@thanos-fleet/kubernetes'
import { bucketClaim, configKey, configName } from './access.ts'
import { configurationText } from './configuration.ts'
import { credentialsSecret, nameFor, secretKeys } from './credentials.ts'

const component = 'object-store'

/**
 * The one configuration of each bucket, and what makes its credentials or its volume where the cluster asks for that. Each has
 * a ConfigMap of its own, so that a change of one restarts nobody who uses another.
 */
export function objectStore({ spec }: Context): Built {
  const own = spec.objectStore === null ? [] : [{ name: null, objectStore: spec.objectStore }]
  const buckets = [...own, ...spec.additionalBuckets]
  return {
    objects: [
      ...buckets.flatMap(({ name, objectStore }) => externalSecret(spec, objectStore, name)),
      ...sharedVolume(spec),
    ],
    configs: buckets.map(({ name, objectStore: store }) =>
      configFiles(spec, component, nameFor(name, configName), { [configKey]: configurationText(store) }, 'restart'),
    ),
  }
}

function externalSecret({ namespace }: ClusterSpec, store: ObjectStore, bucket: string | null): ExternalSecret[] {
  if (store.type === 'FILESYSTEM' || !('externalSecret' in store.credentials)) return []
  const name = credentialsSecret(store, bucket) ?? ''
  const { store: provider, storeKind, key } = store.credentials.externalSecret
  return [
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name, namespace, labels: commonLabels(component) },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { name: provider, kind: storeKind },
        target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
        data: secretKeys[store.type].map(({ key: secretKey }) => ({
          secretKey,
          remoteRef: { key, property: secretKey },
        })),
      },
    },
  ]
}

/** The volume that is the bucket. It outlives everything: Argo CD must not delete it with the objects around it. */
function sharedVolume(spec: ClusterSpec): KubeObject[] {
  const store = spec.objectStore
  if (store?.type !== 'FILESYSTEM') return []
  const { size, accessMode, storageClass } = store.volume
  const metadata = {
    name: bucketClaim,
    namespace: spec.namespace,
    labels: commonLabels(component),
    annotations: keepVolume,
  }
  return [claim(spec, metadata, size, accessMode, storageClass ?? spec.storage.class ?? undefined)]
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ and https://fluxcd.io/flux/components/kustomize/kustomizations/ */
const keepVolume = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
}
