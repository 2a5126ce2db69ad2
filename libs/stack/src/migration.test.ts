import { loadCluster } from '@thanos-fleet/cluster-spec'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { overlayFiles } from './files.ts'
import { Cluster } from './testing/inspect.ts'

/** docs/moving-to-receive-mode.md, whose settings and copied patches are what keeps data from being lost on the way. */
const page = readFileSync(join(import.meta.dirname, '../../../docs/moving-to-receive-mode.md'), 'utf8')
const settings = /```yaml\n(mode: receive-mode\n[^`]*)```/.exec(page)?.[1] ?? ''

const bucket = 'objectStore: { type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }'

function overlap(): Cluster {
  const loaded = loadCluster({ path: 'clusters/moving/cluster.yaml', text: `name: moving\n${bucket}\n${settings}` })
  expect(loaded).toMatchObject({ ok: true, warnings: [] })
  if (!loaded.ok) throw new Error('refused')
  return new Cluster(loaded.spec)
}

it('19: while Receive takes over, both ways of data are read, and no series counts twice', () => {
  const cluster = overlap()
  const { endpoints } = cluster.yaml('endpoints.yaml') as { endpoints: { address: string }[] }
  expect(endpoints.map(({ address }) => address)).toEqual(expect.arrayContaining(
    ['prometheus-headless', 'thanos-receive-ingestor', 'thanos-store'].map(service => `dnssrv+_grpc._tcp.${service}.thanos.svc`)))
  expect(cluster.flag('thanos-query', 'query.replica-label')).toEqual(expect.arrayContaining(['prometheus_replica', 'receive_replica', 'tenant_id']))
  expect(cluster.yaml('prometheus.yaml')).toHaveProperty('remote_write')
  expect(cluster.one('StatefulSet', 'prometheus').spec?.persistentVolumeClaimRetentionPolicy).toEqual({ whenScaled: 'Retain', whenDeleted: 'Retain' })
})

it('19: the patches to copy keep the sidecar, its bucket and its port', () => {
  const copied = [...page.matchAll(/^cp (\S+) /gm)].map(([, path]) => parse(overlayFiles().get(path ?? '') ?? '') as unknown)
  expect(copied).toHaveLength(2)
  const args = expect.arrayContaining(['--storage.tsdb.min-block-duration=2h', '--storage.tsdb.max-block-duration=2h']) as unknown
  const upload = expect.arrayContaining(['--objstore.config-file=/etc/thanos/object-store/object-store.yaml']) as unknown
  expect(copied[0]).toMatchObject({
    metadata: { name: 'prometheus' },
    spec: { template: { spec: { containers: [{ name: 'prometheus', args }, { name: 'thanos-sidecar', args: upload }] } } },
  })
  expect(copied[1]).toMatchObject({
    metadata: { name: 'prometheus-headless' },
    spec: { ports: expect.arrayContaining([expect.objectContaining({ name: 'grpc', port: 10901 })]) as unknown },
  })
})
