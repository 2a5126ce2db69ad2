import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { ConfigMap, KubeObject } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { clusters, objectsOf, podsOf } from './testing.ts'

const file = '/etc/thanos/bucket-ca/ca.crt'
const types = new Set(['S3', 'GCS', 'AZURE', 'COS', 'SWIFT', 'OBS'])
const remote = clusters.filter(([, { objectStore }]) => objectStore !== null && types.has(objectStore.type))

it('the clusters of these tests have every type of bucket that takes an authority', () => {
  expect(new Set(remote.map(([, { objectStore }]) => objectStore?.type))).toEqual(types)
})

describe.each(remote)('the authority of the bucket: %s', (_, spec) => {
  const objects = objectsOf(withAuthority(spec))

  it('is named in the configuration of each', () => {
    const config = objects.filter(isConfigMap).flatMap(({ data = {} }) => data['object-store.yaml'] ?? [])
    expect(config).toHaveLength(1 + spec.additionalBuckets.length)
    for (const text of config)
      expect(parse(text)).toMatchObject({ config: { http_config: { tls_config: { ca_file: file } } } })
  })

  it('is mounted in every container that reads the configuration, and in no other', () => {
    const found = podsOf(objects).flatMap(({ pods }) =>
      (pods.spec?.containers ?? []).map(({ name, args = [], volumeMounts = [] }) => ({
        name,
        reads: args.some((arg) => arg.startsWith('--objstore.config')),
        has: volumeMounts.some(({ mountPath }) => file === `${mountPath}/ca.crt`),
        volume: pods.spec?.volumes?.find((volume) => volume.name === 'bucket-ca')?.secret,
      })),
    )
    expect(found.filter(({ reads }) => reads).length).toBeGreaterThanOrEqual(3)
    expect(found.filter(({ reads, has }) => reads !== has)).toEqual([])
    for (const { volume } of found.filter(({ has }) => has)) {
      expect(volume).toEqual({ secretName: 'company-ca', items: [{ key: 'root.pem', path: 'ca.crt' }] })
    }
  })
})

function withAuthority(spec: ClusterSpec): ClusterSpec {
  const { objectStore } = spec
  if (objectStore === null || objectStore.type === 'FILESYSTEM') throw new Error('a folder has no authority')
  const ca = { secret: 'company-ca', key: 'root.pem' }
  const additionalBuckets = spec.additionalBuckets.map((bucket) => ({
    ...bucket,
    objectStore: { ...bucket.objectStore, ca },
  }))
  return { ...spec, objectStore: { ...objectStore, ca }, additionalBuckets }
}

function isConfigMap(object: KubeObject): object is ConfigMap {
  return object.kind === 'ConfigMap'
}
