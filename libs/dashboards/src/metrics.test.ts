import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dashboards } from './dashboards.ts'
import { queries } from './queries.ts'
import { everything, modes } from './testing.ts'

const lists = new URL('../../rules/metrics/', import.meta.url)

/** Jobs whose programs were asked for all their metrics; of others libs/rules lists only what rules use. */
const complete = readdirSync(lists).map(file => file.replace(/\.txt$/, ''))
  .filter(job => /^(thanos-|prometheus$|alertmanager$|node-exporter$)/.test(job))

/** Metrics that programs make when something happens for the first time, all seen on a cluster: no list of a fresh program has them. */
const onFirstUse = new Set([
  'thanos-bucket-web http_requests_total',
  'thanos-compact thanos_compact_downsample_duration_seconds_bucket',
  'thanos-store thanos_bucket_store_series_blocks_queried_bucket',
  'thanos-store thanos_bucket_store_series_data_size_fetched_bytes_sum',
  'thanos-store thanos_store_bucket_cache_operation_hits_total',
  'thanos-store thanos_store_bucket_cache_operation_requests_total',
  'prometheus prometheus_remote_storage_samples_dropped_total',
])

/** Metrics that exist and never say anything, with the reason. */
const mute = {
  // Made in pkg/api/query/v1.go of Thanos v0.42.4, and observed nowhere.
  thanos_query_range_requested_timespan_duration_seconds: /^thanos_query_range_requested_timespan_duration_seconds/,
  // Set to 1 by every file that was loaded, and to 0 by none: pkg/receive/config.go. Errors are counted.
  thanos_receive_config_last_reload_successful: /^thanos_receive_config_last_reload_successful$/,
  // Sidecars have nothing to reload: Prometheus reads its files again by itself.
  thanos_sidecar_reloader: /^thanos_sidecar_reloader_/,
}

const used = new Set(modes.flatMap(mode => Object.values(dashboards(everything(mode)))).flatMap(text => queries(text)).flatMap(({ expr }) => selectorsOf(expr)))

function selectorsOf(expr: string): string[] {
  return [...expr.matchAll(/(?<![\w:])([a-zA-Z_]\w*)\{([^}]*)\}/g)].flatMap(([, metric = '', matchers = '']) => {
    const job = /(?:^|[,\s])job="([^"]+)"/.exec(matchers)?.[1]
    return job === undefined || metric === 'up' ? [] : [`${job} ${metric}`]
  })
}

function metricsOf(job: string): Set<string> {
  const lines = readFileSync(new URL(`${job}.txt`, lists), 'utf8').split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return new Set(lines.flatMap(line => {
    const [name = '', type = ''] = line.split(' ')
    const parts = type === 'histogram' ? ['_bucket', '_sum', '_count'] : type === 'summary' ? ['_sum', '_count'] : []
    return [name, ...parts.map(part => name + part)]
  }))
}

test.each(complete)('what panels ask of %s, it exposes', job => {
  const own = [...used].filter(use => use.startsWith(`${job} `) && !onFirstUse.has(use)).map(use => use.slice(job.length + 1))
  const known = metricsOf(job)
  expect(own.length, 'no panel asks for it').toBeGreaterThan(0)
  expect(own.filter(metric => !known.has(metric))).toEqual([])
})

test('no panel asks for a metric that never says anything', () => {
  expect([...used].filter(use => Object.values(mute).some(pattern => pattern.test(use.split(' ')[1] ?? '')))).toEqual([])
})

test('what is said to exist on first use only is asked for', () => {
  expect([...onFirstUse].filter(use => !used.has(use))).toEqual([])
})

test('a panel of what failed shows zero where nothing failed', () => {
  const shares = modes.flatMap(mode => Object.values(dashboards(everything(mode)))).flatMap(text => queries(text))
    .filter(({ expr }) => expr.includes(' / ') && /grpc_code(!=|=~)|code=~"5/.test(expr))
  expect(shares.length).toBeGreaterThan(5)
  expect(shares.filter(({ expr }) => !/ or .* \* 0\)/.test(expr)).map(({ expr }) => expr)).toEqual([])
})

test('an Alertmanager that is alone has panels with data, although it has no metrics of a cluster', () => {
  const gossip = modes.flatMap(mode => Object.values(dashboards(everything(mode)))).flatMap(text => queries(text))
    .filter(({ expr }) => expr.includes('alertmanager_cluster_'))
  expect(gossip.length).toBeGreaterThan(0)
  expect(gossip.filter(({ expr }) => !/ or .*alertmanager_build_info/.test(expr)).map(({ expr }) => expr)).toEqual([])
})
