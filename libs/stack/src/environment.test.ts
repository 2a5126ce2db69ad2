import { loadCluster } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { surroundings } from './environment.ts'

function objectStoreAt(endpoint: string) {
  const store = `objectStore: { type: S3, bucket: b, endpoint: "${endpoint}", credentials: { secret: s } }`
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\nmode: sidecar-mode\n${store}\n` })
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'))
  return surroundings(loaded.spec).external['object-store'][0]
}

describe('an object store', () => {
  it.each([
    'minio.minio.svc',
    'minio.minio.svc:9000',
    'MinIO.minio.svc.cluster.local:9000',
    'pod-0.minio.minio.svc:9000',
  ])('at %s is allowed by its namespace', (endpoint) => {
    expect(objectStoreAt(endpoint)).toMatchObject({ namespace: 'minio' })
  })

  it.each([
    'a.b.svc.example.com',
    'a.b.svc.cluster.local.example.com:9000',
    'a.b.svc.clusterset.local',
    'b.svc',
    's3.example.com',
  ])('at %s is allowed by addresses: it may be anywhere', (endpoint) => {
    expect(objectStoreAt(endpoint)).toMatchObject({ cidrs: ['0.0.0.0/0'] })
  })
})
