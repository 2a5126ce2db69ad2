import { OpsPerSecond, PercentUnit, RequestsPerSecond, Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { hits, increase, quantileBy, rate, rateShare, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'
import { httpSignals } from './signals.ts'

const frontend = (...more: string[]) => stack('thanos-query-frontend', ...more)
const query = (...more: string[]) => stack('thanos-query', ...more)

const calls = 'grpc_client_handled_total'

export const frontendSection: AuthoredSection = {
  title: 'Query Frontend',
  component: 'thanos-query-frontend',
  panels: [
    ...httpSignals('thanos-query-frontend', 'Frontend'),
    graph({
      title: 'Found in the response cache',
      unit: PercentUnit,
      max: 1,
      description:
        'The part of the looked-up responses that the cache had. Near zero: it is too small, or its servers are gone.',
      queries: [[hits('cortex_cache_hits_total', 'cortex_cache_fetched_keys_total', 'name', frontend()), '{{name}}']],
    }),
    graph({
      title: 'Queries by kind',
      unit: RequestsPerSecond,
      stacked: true,
      description: 'Queries that came in, by API.',
      queries: [[sumBy(['op'], rate('thanos_query_frontend_queries_total', frontend())), '{{op}}']],
    }),
    graph({
      title: 'Pieces after splitting',
      unit: OpsPerSecond,
      description:
        'Range queries are cut at the split interval, so that the pieces run side by side and are cached one by one.',
      queries: [[sumBy(['tripperware'], rate('thanos_frontend_split_queries_total', frontend())), '{{tripperware}}']],
    }),
  ],
}

export const querySection: AuthoredSection = {
  title: 'Query',
  component: 'thanos-query',
  panels: [
    ...httpSignals('thanos-query', 'Query', 'handler=~"query|query_range|series|label_names|label_values"'),
    graph({
      title: 'StoreAPI servers',
      unit: Short,
      description:
        'Servers that each Query replica is connected to, by kind. Replicas that disagree answer differently.',
      queries: [
        [sumBy(['pod', 'store_type'], `thanos_store_nodes_grpc_connections${query()}`), '{{pod}} {{store_type}}'],
      ],
    }),
    graph({
      title: 'Calls to StoreAPI servers',
      unit: PercentUnit,
      description: 'The part of the calls that failed, by method.',
      queries: [[rateShare(['grpc_method'], [calls, query('grpc_code!="OK"')], [calls, query()]), '{{grpc_method}}']],
    }),
    graph({
      title: 'Queries at once',
      unit: Short,
      description: 'Queries in flight, and how many are allowed: what is above waits.',
      queries: [
        [`thanos_query_concurrent_gate_queries_in_flight${query()}`, '{{pod}}'],
        [`min(thanos_query_concurrent_gate_queries_max${query()})`, 'allowed'],
      ],
    }),
    graph({
      title: 'Waiting for a place',
      unit: Seconds,
      description: 'The time in which 99 of 100 queries were let in.',
      queries: [[quantileBy(0.99, [], 'thanos_query_concurrent_gate_queries_duration_seconds', query()), 'p99']],
    }),
    graph({
      title: 'DNS lookups that failed',
      unit: Short,
      description: 'Failed lookups of StoreAPI servers within five minutes: Query then keeps the servers it knew.',
      queries: [[sumBy(['pod'], increase('thanos_query_endpoints_dns_failures_total', query())), '{{pod}}']],
    }),
  ],
}
