import type { AdditionalBucket, ClusterSpec } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { complete } from './testing/inspect.ts'

const archive: AdditionalBucket = {
  name: 'archive',
  objectStore: {
    type: 'GCS',
    bucket: 'archive',
    prefix: '',
    ca: null,
    credentials: {
      workloadIdentity: { annotations: { 'iam.gke.io/gcp-service-account': 'a' }, podLabels: { a: 'b' } },
    },
  },
}
const old: AdditionalBucket = {
  name: 'old',
  objectStore: {
    ...{ type: 'OBS', bucket: 'old', endpoint: 'obs.old.svc:80', prefix: '', ca: null },
    credentials: { secret: { name: 'old-keys' } },
  },
}
const plain = complete('sidecar-mode')
const memcached = { ...plain.spec.store, bucketCache: { type: 'memcached' as const } }
const more = { additionalBuckets: [archive, old] }
const cluster = complete('sidecar-mode', more)

/** The arguments of a Store, by its StatefulSet. */
function argsOf(of: ReturnType<typeof complete>, name: string): string[] {
  return of.one('StatefulSet', name).spec?.template.spec?.containers[0]?.args ?? []
}

function podOf(name: string) {
  return cluster.one('StatefulSet', name).spec?.template
}

describe('an additional bucket', () => {
  it('is read by a Store like the own one, behind the same Service', () => {
    const own = cluster.one('StatefulSet', 'thanos-store').spec
    for (const name of ['thanos-store-archive', 'thanos-store-old']) {
      expect(cluster.one('StatefulSet', name).spec).toMatchObject({
        replicas: own?.replicas,
        serviceName: own?.serviceName,
        volumeClaimTemplates: own?.volumeClaimTemplates,
      })
      expect(argsOf(cluster, name)).toEqual(argsOf(cluster, 'thanos-store'))
    }
    const service = cluster.one('Service', 'thanos-store').spec?.selector ?? {}
    expect(podOf('thanos-store-old')?.metadata?.labels).toMatchObject(service)
    expect(cluster.yaml('endpoints.yaml')).toEqual(plain.yaml('endpoints.yaml'))
  })

  it('is served whole, whatever partitions and shards the own one has', () => {
    const timePartitions = [{ name: 'all', minTime: null, maxTime: null }]
    const split = complete('sidecar-mode', { ...more, store: { ...plain.spec.store, shards: 2, timePartitions } })
    const stores = split.all('StatefulSet').flatMap(({ metadata: { name } }) => (/store/.test(name) ? [name] : []))
    expect(stores.toSorted()).toEqual([
      ...['thanos-store-all-0', 'thanos-store-all-1', 'thanos-store-archive', 'thanos-store-old'],
    ])
    expect(argsOf(split, 'thanos-store-old').join()).not.toMatch(/relabel|-time=/)
  })

  it('gives its identity to its own pods, and to no others', () => {
    expect(podOf('thanos-store-archive')?.spec?.serviceAccountName).toBe('thanos-store-archive')
    expect(podOf('thanos-store-archive')?.metadata?.labels).toMatchObject({ a: 'b' })
    expect(podOf('thanos-store')?.metadata?.labels).not.toHaveProperty('a')
    const accounts = cluster.objects.filter(({ kind }) => kind === 'ServiceAccount')
    const annotated = accounts.filter(
      ({ metadata }) => metadata.annotations?.['iam.gke.io/gcp-service-account'] === 'a',
    )
    expect(annotated.map(({ metadata }) => metadata.name)).toEqual(['thanos-store-archive'])
  })

  it('is reached by Store alone', () => {
    const before = new Set(plain.all('NetworkPolicy').map((policy) => JSON.stringify(policy)))
    const changed = cluster.all('NetworkPolicy').filter((policy) => !before.has(JSON.stringify(policy)))
    expect(changed.map(({ metadata }) => metadata.name)).toEqual(['thanos-store'])
    const egress = JSON.stringify(changed[0]?.spec?.egress)
    expect(egress).toContain('"kubernetes.io/metadata.name":"old"')
    expect(egress).toContain('169.254.169.254/32')
  })

  it('counts among the Stores that Query has to find', () => {
    const expected = (of: typeof cluster) =>
      /store_type="store"\}[^<]*<\s*(\d+)/.exec(of.file('thanos-query.yaml'))?.[1]
    expect([expected(plain), expected(cluster)]).toEqual(['2', '6'])
  })

  it('shares no keys of memcached with the own one, which may have other marks for copies of its blocks', () => {
    const cached = complete('sidecar-mode', { ...more, store: memcached })
    const fileOf = (name: string) =>
      argsOf(cached, name)
        .find((arg) => arg.startsWith('--store.caching-bucket.config-file='))
        ?.split('/')
        .at(-1) ?? ''
    expect(cached.yaml(fileOf('thanos-store'))).toMatchObject({ type: 'MEMCACHED' })
    expect(cached.yaml(fileOf('thanos-store-old'))).toMatchObject({ type: 'IN-MEMORY' })
    const poolOf = (name: string) => argsOf(cached, name).find((arg) => arg.startsWith('--chunk-pool-size='))
    expect(poolOf('thanos-store-old')).not.toBe(poolOf('thanos-store'))
  })
})

it('an additional bucket changes nothing of what works on the own one', () => {
  const without = (spec: Partial<ClusterSpec>) =>
    complete('sidecar-mode', spec)
      .all('StatefulSet')
      .filter(({ metadata }) => metadata.name === 'thanos-compact')
  expect(without(more)).toEqual(without({}))
})
