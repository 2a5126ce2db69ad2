import { type ClusterSpec, loadCluster } from '@thanos-fleet/cluster-spec'
import { describe, expect, test } from 'vitest'
import { fakeCluster, matrix, pods } from './testing/fake-cluster.ts'
import { measure } from './measure.ts'

function specAt(step: string): ClusterSpec {
  const bucket = '{ type: S3, bucket: b, endpoint: s3.example.com, credentials: { secret: s } }'
  const migration = step === '' ? '' : `migration: { to: receive-mode, step: ${step} }\n`
  const loaded = loadCluster({
    path: 'clusters/eu-1/cluster.yaml',
    text: `name: eu-1\nmode: sidecar-mode\n${migration}objectStore: ${bucket}\n`,
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.spec
}

describe('a measurement', () => {
  test('reads what programs say of themselves', async () => {
    const measured = await measure(fakeCluster(), specAt('read-both'))
    const started = Date.parse('2026-03-01T08:00:00Z')
    expect(measured).toMatchObject({
      failures: [],
      leaving: [],
      prometheus: [
        {
          pod: 'prometheus-0',
          started,
          externalLabels: { cluster: 'eu-1', prometheus_replica: 'prometheus-0' },
          writes: true,
          oldest: 1772330400022,
          lagSeconds: 2,
          failed: { samples: 0, windowSeconds: 300 },
          received: 12.5,
        },
      ],
      sidecars: [{ pod: 'prometheus-0', started, oldest: 1772330400022 }],
      ingestors: [{ pod: 'thanos-receive-ingestor-0', started, oldest: 1772355600000 }],
      routers: [{ pod: 'thanos-receive-router-x', endpoints: 3, loaded: true }],
      queries: [
        {
          pod: 'thanos-query-x',
          copies: 1,
          replicaLabels: ['prometheus_replica', 'receive_replica', 'rule_replica', 'receive_cluster', 'tenant_id'],
          ingestors: [{ address: '10.0.0.2:10901', error: '{"message":"no route"}' }],
        },
      ],
      stores: [
        {
          pod: 'thanos-store-0',
          workload: 'thanos-store',
          blocks: [{ id: '01A', labels: { cluster: 'eu-1' }, minTime: 1, maxTime: 2 }],
        },
      ],
    })
  })

  test('leaves StoreAPIs of other clusters out', async () => {
    const { queries } = await measure(fakeCluster(), specAt('read-both'))
    expect(queries[0]?.sidecars).toEqual([{ address: '10.0.0.1:10901', error: null }])
  })

  test('names what did not answer or was not understood, and goes on', async () => {
    const measured = await measure(
      fakeCluster({
        'thanos-query-x /api/v1/stores': new Error('HTTP 503: not ready'),
        'thanos-store-0 /api/v1/blocks': '{"status":"success","data":{"blocks":7}}',
        'prometheus-0 /metrics': new Error('socket hang up'),
      }),
      specAt('read-both'),
    )
    expect(measured).toMatchObject({
      prometheus: [],
      sidecars: [],
      queries: [],
      stores: [],
      preview: { withoutSidecars: null, withoutIngestors: null },
    })
    expect(measured.ingestors).toHaveLength(1)
    expect(measured.failures).toHaveLength(3)
    expect(measured.failures).toEqual(
      expect.arrayContaining([
        'thanos-query-x: HTTP 503: not ready',
        'prometheus-0: socket hang up',
        expect.stringMatching(/^thanos-store-0: an answer that is not understood: /) as unknown,
      ]),
    )
  })

  test('takes what is not there yet for no figure', async () => {
    const empty = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } })
    const measured = await measure(
      fakeCluster({
        'prometheus-0 /metrics': 'prometheus_tsdb_lowest_timestamp 9.223372036854775807e+18',
        'prometheus-0 /api/v1/query': empty,
        'thanos-receive-ingestor-0 /metrics': '',
        'thanos-query-x /api/v1/query': empty,
      }),
      specAt('read-both'),
    )
    expect(measured.prometheus[0]).toMatchObject({ oldest: null, lagSeconds: null, failed: null, received: null })
    expect(measured.ingestors[0]?.oldest).toBeNull()
    expect(measured.queries[0]?.copies).toBeNull()
    expect(measured.failures).toEqual([])
  })

  test('asks nothing of Receive where there is none, but names its pods that are left', async () => {
    const reader = fakeCluster()
    const measured = await measure(reader, specAt(''))
    expect(measured).toMatchObject({
      ingestors: [],
      routers: [],
      leaving: ['thanos-receive-ingestor-0', 'thanos-receive-router-x'],
    })
    expect(reader.asked.filter(({ page }) => page.startsWith('thanos-receive'))).toEqual([])
  })

  test('does not ask pods that are ending', async () => {
    const ending = Object.fromEntries(
      Object.entries(pods).map(([component, list]) => [component, list.map((pod) => ({ ...pod, ending: true }))]),
    )
    const reader = fakeCluster({}, ending)
    expect((await measure(reader, specAt('read-both'))).failures).toEqual([])
    expect(reader.asked).toEqual([])
  })

  test('knows sidecars by their container', async () => {
    const bare = (pods['prometheus'] ?? []).map((pod) => ({ ...pod, containers: ['prometheus'] }))
    expect((await measure(fakeCluster({}, { ...pods, prometheus: bare }), specAt('receive-only'))).sidecars).toEqual([])
  })
})

describe('a preview', () => {
  test('compares what Query has with what it would have, sample by sample and without partial answers', async () => {
    const range: string[] = []
    const reader = fakeCluster({
      'thanos-query-x /api/v1/query_range': (parameters) => {
        const kept = parameters['storeMatch[]']
        range.push(kept ?? 'all')
        expect(parameters).toMatchObject({ dedup: 'false', partial_response: 'false', max_source_resolution: '0s' })
        return matrix({
          'prometheus-0': [
            [1772366000, '5'],
            ...(kept?.includes('10\\\\.0\\\\.0\\\\.1:') === false
              ? []
              : ([[1772366120, '5']] satisfies [number, string][])),
          ],
        })
      },
    })
    const { preview } = await measure(reader, specAt('read-both'))
    expect(range).toEqual(
      expect.arrayContaining([
        'all',
        '{__address__=~"10\\\\.9\\\\.9\\\\.9:10901|10\\\\.0\\\\.0\\\\.2:10901|10\\\\.0\\\\.0\\\\.3:10901"}',
        '{__address__=~"10\\\\.0\\\\.0\\\\.1:10901|10\\\\.9\\\\.9\\\\.9:10901|10\\\\.0\\\\.0\\\\.3:10901"}',
      ]),
    )
    expect(preview.withoutSidecars).toMatchObject({
      samples: 10,
      missing: [{ replica: 'prometheus-0', end: 1772366120000, has: 5, would: 0 }],
    })
    expect(preview.withoutIngestors).toMatchObject({ samples: 10, missing: [] })
  })

  test('is not made where Query reads one side only', async () => {
    const stores = JSON.stringify({ status: 'success', data: { sidecar: [], receive: [], store: [] } })
    const reader = fakeCluster({ 'thanos-query-x /api/v1/stores': stores })
    expect((await measure(reader, specAt('read-receive'))).preview).toEqual({
      withoutSidecars: null,
      withoutIngestors: null,
    })
  })

  test('says that it does not know where the query fails', async () => {
    const measured = await measure(
      fakeCluster({ 'thanos-query-x /api/v1/query_range': new Error('HTTP 422') }),
      specAt('read-both'),
    )
    expect(measured.preview.withoutSidecars).toBeNull()
    expect(measured.failures).toContain('thanos-query-x: preview: HTTP 422')
  })
})
