import { migrationStages } from '@thanos-fleet/cluster-spec'
import { expect, it } from 'vitest'
import { Cluster, complete } from './testing/inspect.ts'
import { load } from './testing/load-lines.ts'

it('31: wherever ingestors write or wrote blocks, every compactor merges those that overlap', () => {
  const shards = ['', 'shards: [{ name: a, label: tenant_id, values: [shop] }, { name: rest, label: tenant_id }],']
  const moves = [
    ...migrationStages
      .slice(1)
      .map((step) => ['sidecar-mode', `migration: { to: receive-mode, step: ${step} }`] as const),
    ...migrationStages
      .slice(0, -1)
      .map((step) => ['receive-mode', `migration: { to: sidecar-mode, step: ${step} }`] as const),
    ['sidecar-mode', 'query: { deduplicateTenants: true }'] as const,
  ]
  const states = [['receive-mode', ''] as const, ...moves].flatMap(([mode, settings]) =>
    shards.flatMap((shards) =>
      [true, false].flatMap((offline) =>
        ['0s', '5m', '1d'].map((window) => ({
          mode,
          lines: `${settings}\ncompact: { ${shards} offlineDeduplication: ${offline} }\nreceive: { ingestor: { outOfOrderWindow: ${window} } }`,
        })),
      ),
    ),
  )
  const without = states.filter(({ mode, lines }) => {
    const loaded = load(lines, mode)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
    const compactors = new Cluster(loaded.spec).containers('thanos-compact')
    return (
      !compactors.every(({ args }) => args?.includes('--compact.enable-vertical-compaction')) || compactors.length === 0
    )
  })
  expect(without).toEqual([])
})

it('31: where sidecars upload blocks of late samples, every compactor merges them, and Prometheus does not', () => {
  for (const mode of ['sidecar-mode', 'dev-filesystem-objstore'] as const) {
    const { spec } = complete(mode)
    const late = complete(mode, { prometheus: { ...spec.prometheus, outOfOrderWindow: '30m' } })
    expect(late.flag('thanos-compact', 'compact.enable-vertical-compaction')).toEqual([''])
    // Also without a window: blocks of one that was set before may still be there.
    for (const cluster of [late, complete(mode)])
      expect(cluster.container('prometheus').args).toContain('--no-storage.tsdb.allow-overlapping-compaction')
  }
})

it('31: Compact halts at overlapping blocks where there should be none, unless it is told to merge them', () => {
  const flag = 'compact.enable-vertical-compaction'
  for (const mode of ['sidecar-mode', 'dev-filesystem-objstore'] as const) {
    expect(complete(mode).flag('thanos-compact', flag)).toEqual([])
    expect(
      complete(mode, { compact: { ...complete(mode).spec.compact, verticalCompaction: true } }).flag(
        'thanos-compact',
        flag,
      ),
    ).toEqual([''])
  }
})
