import { factsOf } from '@thanos-fleet/connections'
import { completeDefaults, type ObjectStore } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { additionalBucketAccess, bucketAccess } from './access.ts'
import { configurationText } from './configuration.ts'
import { credentialsSecret } from './credentials.ts'
import { objectStore } from './object-store.ts'

const existing = { secret: { name: 'bucket-keys' } }
const s3 = (more: Partial<Extract<ObjectStore, { type: 'S3' }>> = {}): ObjectStore => ({
  type: 'S3',
  bucket: 'b',
  endpoint: 'e:9000',
  region: null,
  insecure: false,
  bucketLookupType: 'path',
  prefix: '',
  sse: null,
  ca: null,
  credentials: existing,
  ...more,
})
const clusterWith = (store: ObjectStore) => ({ ...completeDefaults('sidecar-mode', 'test'), objectStore: store })

describe('the configuration of the bucket', () => {
  it('refers to secrets by variables, quoted so that no value changes its type', () => {
    expect(configurationText(s3())).toBe(
      [
        'type: S3',
        'config:',
        '  bucket: b',
        '  endpoint: e:9000',
        '  insecure: false',
        '  bucket_lookup_type: path',
        "  access_key: '$(AWS_ACCESS_KEY_ID)'",
        "  secret_key: '$(AWS_SECRET_ACCESS_KEY)'",
        '',
      ].join('\n'),
    )
  })

  it('has no credentials where the pod has an identity', () => {
    const text = configurationText(s3({ credentials: { workloadIdentity: { annotations: {}, podLabels: {} } } }))
    expect(text).not.toContain('$(')
    expect(text).toContain('aws_sdk_auth: true')
  })

  it('keeps the line ends of a private key', () => {
    const text = configurationText({
      type: 'OCI',
      bucket: 'b',
      compartment: 'c',
      region: 'r',
      prefix: 'p',
      ca: null,
      credentials: existing,
    })
    expect(text).toContain('privatekey: "$(OCI_PRIVATE_KEY)"')
    expect(text).toContain('prefix: p')
  })
})

describe('access to the bucket', () => {
  it('takes every key of the existing Secret into the environment', () => {
    expect(bucketAccess(clusterWith(s3())).env).toEqual(
      ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((name) => ({
        name,
        valueFrom: { secretKeyRef: { name: 'bucket-keys', key: name } },
      })),
    )
  })

  it('mounts the account of Google as a file', () => {
    const access = bucketAccess(clusterWith({ type: 'GCS', bucket: 'b', prefix: '', ca: null, credentials: existing }))
    expect(access.env).toEqual([
      { name: 'GOOGLE_APPLICATION_CREDENTIALS', value: '/etc/thanos/credentials/service-account.json' },
    ])
    expect(access.volumes).toContainEqual({ name: 'credentials', secret: { secretName: 'bucket-keys' } })
  })

  it('gives the pods the identity that the cloud wants', () => {
    const identity = {
      annotations: { 'eks.amazonaws.com/role-arn': 'arn' },
      podLabels: { 'azure.workload.identity/use': 'true' },
    }
    const access = bucketAccess(clusterWith(s3({ credentials: { workloadIdentity: identity } })))
    expect(access).toMatchObject({
      env: [],
      serviceAccountAnnotations: identity.annotations,
      podLabels: identity.podLabels,
    })
  })

  it('gives the pods their token where the cloud takes that for an identity', () => {
    const oci = { type: 'OCI', bucket: 'b', compartment: 'c', region: 'r', prefix: '', ca: null } as const
    const workloadIdentity = { annotations: {}, podLabels: {} }
    const uses = (store: ObjectStore) => bucketAccess(clusterWith(store)).usesKubernetesApi
    expect(uses({ ...oci, credentials: { workloadIdentity } })).toBe(true)
    expect(uses({ ...oci, credentials: existing })).toBe(false)
    expect(uses(s3({ credentials: { workloadIdentity } }))).toBe(false)
  })
})

describe('an ExternalSecret', () => {
  it('makes the Secret that the pods read, with every key', () => {
    const spec = clusterWith(
      s3({ credentials: { externalSecret: { store: 'vault', storeKind: 'ClusterSecretStore', key: 'teams/thanos' } } }),
    )
    const [object] = objectStore({ spec, facts: factsOf(spec) }).objects
    expect(object?.metadata.name).toBe(credentialsSecret(spec.objectStore))
    expect(object).toMatchObject({
      kind: 'ExternalSecret',
      spec: {
        data: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((secretKey) => ({
          secretKey,
          remoteRef: { key: 'teams/thanos', property: secretKey },
        })),
      },
    })
  })
})

describe('an additional bucket', () => {
  const externalSecret = { store: 'vault', storeKind: 'ClusterSecretStore' as const, key: 'teams/archive' }
  const archive = {
    name: 'archive',
    objectStore: { type: 'GCS' as const, bucket: 'old', prefix: '', ca: null, credentials: { externalSecret } },
  }
  const spec = { ...clusterWith(s3()), additionalBuckets: [archive] }
  const built = objectStore({ spec, facts: factsOf(spec) })

  it('has a configuration of its own, so that a change restarts only its Store', () => {
    expect(built.configs.map(({ name }) => name)).toEqual(['thanos-object-store', 'thanos-object-store-archive'])
    expect(built.configs[1]?.files['object-store.yaml']).toContain('bucket: old')
    expect(built.configs[0]).toEqual(objectStore({ spec: clusterWith(s3()), facts: factsOf(spec) }).configs[0])
    expect(additionalBucketAccess(archive).volumes).toContainEqual({
      name: 'object-store',
      configMap: { name: 'thanos-object-store-archive' },
    })
  })

  it('has a Secret of its own from its ExternalSecret', () => {
    expect(built.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ExternalSecret thanos-object-store-credentials-archive',
    ])
    expect(additionalBucketAccess(archive).volumes).toContainEqual({
      name: 'credentials',
      secret: { secretName: 'thanos-object-store-credentials-archive' },
    })
  })
})
