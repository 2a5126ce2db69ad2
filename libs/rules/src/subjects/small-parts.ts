import type { ActiveParts } from '../active.ts'
import type { Alert, Group } from '../definition.ts'
import { sel } from '../jobs.ts'
import { allDown, whenPresent } from './common.ts'

/** Grafana. */
export function grafana({ components }: ActiveParts): Group[] {
  return whenPresent(components.has('grafana'), 'grafana', {
    alerts: [allDown('grafana', { name: 'GrafanaDown', severity: 'warning', impact: 'There are no dashboards; queries and alerts work.' })],
  })
}

/** The containers that tell programs of new configuration. */
export function configReloader({ components }: ActiveParts): Group[] {
  const self = sel('config-reloader')
  return whenPresent(components.has('config-reloader'), 'config-reloader', {
    alerts: [{
      name: 'ConfigReloaderFailing', severity: 'warning', for: '10m',
      expr: `
        max_over_time(reloader_last_reload_successful${self}[5m]) == 0
        and on (namespace, pod, container) increase(reloader_reloads_total${self}[1h]) > 0`,
      summary: 'A new configuration does not reach {{ $labels.pod }}',
      description: 'The reloader in {{ $labels.namespace }}/{{ $labels.pod }} could not make its neighbour load the newest configuration.',
    }],
  })
}

/** The memcached that stores and query frontends share. */
export function memcached({ components }: ActiveParts): Group[] {
  return whenPresent(components.has('memcached'), 'memcached', { alerts: memcachedAlerts })
}

const self = sel('memcached')

const memcachedAlerts: Alert[] = [
  {
    name: 'MemcachedDown', severity: 'warning', for: '5m',
    expr: `memcached_up${self} == 0 or absent(memcached_up${self})`,
    summary: 'A memcached does not answer',
    description: '{{ with $labels.pod }}The memcached in {{ . }}{{ else }}No memcached at all{{ end }} answers. Queries work, but read more from the object store.',
  },
  {
    name: 'MemcachedConnectionsExhausted', severity: 'warning', for: '5m',
    expr: `increase(memcached_connections_listener_disabled_total${self}[5m]) > 0`,
    summary: 'The memcached {{ $labels.pod }} has no connections left',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} reached its number of connections {{ $value | humanize }} times within 5 minutes and let clients wait.',
  },
  {
    name: 'MemcachedEvicting', severity: 'info', for: '1h',
    expr: `
      sum by (namespace, pod) (rate(memcached_items_evicted_total${self}[15m]))
      /
      sum by (namespace, pod) (rate(memcached_commands_total${sel('memcached', 'command="set"')}[15m]))
      > 0.5`,
    summary: 'The memcached {{ $labels.pod }} is too small',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ $value | humanizePercentage }} as many items as it takes in, to have room for others.',
  },
]
