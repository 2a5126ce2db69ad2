import { operationsOf, selectorsOf } from '@thanos-fleet/promql'
import { listedJobs, metricsOf, usesOf } from '@thanos-fleet/rules/testing'
import { expect, test } from 'vitest'
import { dashboards } from './dashboards.ts'
import { queries } from './queries.ts'
import { everything, modes } from './testing.ts'

/** Jobs whose programs were asked for all their metrics; of others libs/rules lists only what rules use. */
const complete = listedJobs().filter((job) => /^(thanos-|prometheus$|alertmanager$|node-exporter$)/.test(job))

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

const expressions = modes
  .flatMap((mode) => Object.values(dashboards(everything(mode))))
  .flatMap((text) => queries(text))
  .map(({ expr }) => expr)
const used = new Set(
  expressions
    .flatMap((expr) => usesOf(expr))
    .flatMap(({ metric, job }) => (job === null || metric === 'up' ? [] : [`${job} ${metric}`])),
)

test.each(complete)('what panels ask of %s, it exposes', (job) => {
  const own = [...used]
    .filter((use) => use.startsWith(`${job} `) && !onFirstUse.has(use))
    .map((use) => use.slice(job.length + 1))
  const known = metricsOf(job)
  expect(own.length, 'no panel asks for it').toBeGreaterThan(0)
  expect(own.filter((metric) => !known.has(metric))).toEqual([])
})

test('no panel asks for a metric that never says anything', () => {
  expect(
    [...used].filter((use) => Object.values(mute).some((pattern) => pattern.test(use.split(' ')[1] ?? ''))),
  ).toEqual([])
})

test('what is said to exist on first use only is asked for', () => {
  expect([...onFirstUse].filter((use) => !used.has(use))).toEqual([])
})

/** Whether a query counts requests that failed, by the code of their answer. */
function selectsFailures(expr: string): boolean {
  return selectorsOf(expr).some(({ matchers }) =>
    matchers.some(({ label, operator, value }) =>
      label === 'grpc_code' ? operator !== '=' : label === 'code' && operator === '=~' && value.startsWith('5'),
    ),
  )
}

/** The sides of an operation, wherever it is in a query. */
function sidesOf(expr: string, operator: string): { left: string; right: string }[] {
  return operationsOf(expr).filter((operation) => operation.operator === operator)
}

test('a panel of what failed shows zero where nothing failed', () => {
  const failed = expressions
    .flatMap((expr) => sidesOf(expr, '/'))
    .map(({ left }) => left)
    .filter(selectsFailures)
  const isZero = (expr: string) => operationsOf(expr)[0]?.operator === '*' && operationsOf(expr)[0]?.right === '0'
  expect(failed.length).toBeGreaterThan(5)
  expect(failed.filter((expr) => !sidesOf(expr, 'or').some(({ right }) => isZero(right)))).toEqual([])
})

test('an Alertmanager that is alone has panels with data, although it has no metrics of a cluster', () => {
  const gossip = expressions.filter((expr) =>
    selectorsOf(expr).some(({ metric }) => metric?.startsWith('alertmanager_cluster_')),
  )
  const asksAlone = (expr: string) => selectorsOf(expr).some(({ metric }) => metric === 'alertmanager_build_info')
  expect(gossip.length).toBeGreaterThan(0)
  expect(gossip.filter((expr) => !sidesOf(expr, 'or').some(({ right }) => asksAlone(right)))).toEqual([])
})
