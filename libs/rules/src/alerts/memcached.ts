import { about } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { ratio } from '../threshold.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'memcached', ...matchers)

/** The memcached that stores and query frontends share. */
export const memcachedAlerts = about('memcached', [
  {
    name: 'MemcachedUnreachable',
    severity: 'warning',
    for: '5m',
    expr: `${of('memcached_up')} == 0`,
    summary: 'Memcached {{ $labels.pod }} does not respond to its exporter.',
    description:
      'The memcached in {{ $labels.namespace }}/{{ $labels.pod }} has not responded for 5 minutes. ' +
      'Queries still work, but read more from the object store.',
  },
  {
    name: 'MemcachedConnectionsExhausted',
    severity: 'warning',
    for: '5m',
    expr: `increase(${of('memcached_connections_listener_disabled_total')}[5m]) > 0`,
    summary: 'Memcached {{ $labels.pod }} has reached its connection limit.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} hit its connection limit {{ $value | humanize }} times ' +
      'in the last 5 minutes; new clients have to wait.',
  },
  {
    name: 'MemcachedEvicting',
    severity: 'info',
    for: '1h',
    thresholds: { evictions: ratio(0.5) },
    expr: `
      sum by (namespace, pod) (rate(${of('memcached_items_evicted_total')}[15m]))
      /
      sum by (namespace, pod) (rate(${series('memcached_commands_total', 'memcached', 'command="set"')}[15m]))
      > %{evictions}`,
    summary: 'Memcached {{ $labels.pod }} is evicting heavily.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} evicts items at {{ $value | humanizePercentage }} of the ' +
      'rate at which items are stored: the cache is too small.',
  },
])
