import { about } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'memcached', ...matchers)

/** The memcached that stores and query frontends share. */
export const memcachedAlerts = about('memcached', [
  {
    name: 'MemcachedUnreachable', severity: 'warning', for: '5m',
    expr: `${of('memcached_up')} == 0`,
    summary: 'The exporter of {{ $labels.pod }} does not reach its memcached.',
    description: 'The memcached in {{ $labels.namespace }}/{{ $labels.pod }} does not answer. Queries work, but '
      + 'read more from the object store.',
  },
  {
    name: 'MemcachedConnectionsExhausted', severity: 'warning', for: '5m',
    expr: `increase(${of('memcached_connections_listener_disabled_total')}[5m]) > 0`,
    summary: 'The memcached {{ $labels.pod }} has no connections left.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} reached its number of connections '
      + '{{ $value | humanize }} times within 5 minutes and let clients wait.',
  },
  {
    name: 'MemcachedEvicting', severity: 'info', for: '1h',
    expr: `
      sum by (namespace, pod) (rate(${of('memcached_items_evicted_total')}[15m]))
      /
      sum by (namespace, pod) (rate(${series('memcached_commands_total', 'memcached', 'command="set"')}[15m]))
      > 0.5`,
    summary: 'The memcached {{ $labels.pod }} is too small.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ $value | humanizePercentage }} as many items '
      + 'as it takes in, to have room for others.',
  },
])
