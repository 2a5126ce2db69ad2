import {
  BytesIEC,
  BytesPerSecondIEC,
  OpsPerSecond,
  PercentUnit,
  Seconds,
  Short,
} from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { hits, increase, quantileBy, rate, rateShare, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'
import { grpcSignals } from './signals.ts'

const store = (...more: string[]) => stack('thanos-store', ...more)
const memcached = (...more: string[]) => stack('memcached', ...more)

export const storeSection: AuthoredSection = {
  title: 'Store Gateway',
  component: 'thanos-store',
  panels: [
    ...grpcSignals('thanos-store', 'Store'),
    graph({
      title: 'Blocks served',
      unit: Short,
      description: 'Blocks whose index each replica has loaded.',
      queries: [[`thanos_bucket_store_blocks_loaded${store()}`, '{{pod}}']],
    }),
    graph({
      title: 'Blocks that do not load',
      unit: Short,
      description: 'Failed loads of blocks within five minutes. Their data is missing from answers.',
      queries: [
        [sumBy(['pod'], increase('thanos_bucket_store_block_load_failures_total', store())), '{{pod}} load'],
        [sumBy(['pod'], increase('thanos_bucket_store_block_drop_failures_total', store())), '{{pod}} drop'],
      ],
    }),
    graph({
      title: 'Queries refused',
      unit: OpsPerSecond,
      description: 'Queries that asked for more than the limits of the Store Gateway allow, by limit.',
      queries: [[sumBy(['reason'], rate('thanos_bucket_store_queries_dropped_total', store())), '{{reason}}']],
    }),
    graph({
      title: 'Fetched for queries',
      unit: BytesPerSecondIEC,
      stacked: true,
      description: 'Bytes fetched from bucket or caches, by what they are.',
      queries: [
        [
          sumBy(['data_type'], rate('thanos_bucket_store_series_data_size_fetched_bytes_sum', store())),
          '{{data_type}}',
        ],
      ],
    }),
    graph({
      title: 'Found in the index cache',
      unit: PercentUnit,
      max: 1,
      description: 'The part of the looked-up index entries that the cache had.',
      queries: [
        [
          hits('thanos_store_index_cache_hits_total', 'thanos_store_index_cache_requests_total', 'item_type', store()),
          '{{item_type}}',
        ],
      ],
    }),
    graph({
      title: 'Found in the bucket cache',
      unit: PercentUnit,
      max: 1,
      description: 'The part of the operations on the bucket that the cache answered.',
      queries: [
        [
          hits(
            'thanos_store_bucket_cache_operation_hits_total',
            'thanos_store_bucket_cache_operation_requests_total',
            'operation',
            store(),
          ),
          '{{operation}}',
        ],
      ],
    }),
    graph({
      title: 'Series calls at once',
      unit: Short,
      description: 'Calls in flight, and how many are allowed: what is above waits.',
      queries: [
        [`thanos_bucket_store_series_gate_queries_in_flight${store()}`, '{{pod}}'],
        [`min(thanos_bucket_store_series_gate_queries_max${store()})`, 'allowed'],
      ],
    }),
    graph({
      title: 'Blocks per call',
      unit: Short,
      description: 'Blocks that a call had to look at: half of the calls, and 99 of 100.',
      queries: [
        [quantileBy(0.5, [], 'thanos_bucket_store_series_blocks_queried', store()), 'p50'],
        [quantileBy(0.99, [], 'thanos_bucket_store_series_blocks_queried', store()), 'p99'],
      ],
    }),
    graph({
      title: 'Age of the block list',
      unit: Seconds,
      description: 'Time since a replica last brought its list of blocks up to date.',
      queries: [[`time() - thanos_bucket_store_blocks_last_loaded_timestamp_seconds${store()}`, '{{pod}}']],
    }),
  ],
}

export const memcachedSection: AuthoredSection = {
  title: 'memcached',
  component: 'memcached',
  panels: [
    graph({
      title: 'Found',
      unit: PercentUnit,
      max: 1,
      description: 'The part of the looked-up keys that were there.',
      queries: [
        [
          rateShare(
            ['pod'],
            ['memcached_commands_total', memcached('command="get"', 'status="hit"')],
            ['memcached_commands_total', memcached('command="get"')],
          ),
          '{{pod}}',
        ],
      ],
    }),
    graph({
      title: 'Memory',
      unit: BytesIEC,
      description: 'Bytes of stored items, and how many there may be.',
      queries: [
        [`memcached_current_bytes${memcached()}`, '{{pod}}'],
        [`min(memcached_limit_bytes${memcached()})`, 'allowed'],
      ],
    }),
    graph({
      title: 'Pushed out',
      unit: OpsPerSecond,
      description: 'Items removed before their time to make room. Many, with few hits: more memory would help.',
      queries: [[sumBy(['pod'], rate('memcached_items_evicted_total', memcached())), '{{pod}}']],
    }),
  ],
}
