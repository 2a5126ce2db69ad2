import { about } from '../alert.ts'
import { series } from '../jobs.ts'

const job = 'config-reloader'

/** The containers that tell programs of new configuration. One that has had nothing to tell yet is not failing. */
export const configReloaderAlerts = about(job, [
  {
    name: 'ConfigReloaderFailing', severity: 'warning', for: '10m',
    expr: `
      max_over_time(${series('reloader_last_reload_successful', job)}[5m]) == 0
      and
      increase(${series('reloader_reloads_total', job)}[1h]) > 0`,
    summary: 'A changed configuration does not reach {{ $labels.pod }}.',
    description: 'The reloader in {{ $labels.namespace }}/{{ $labels.pod }} could not make its program load the '
      + 'newest configuration.',
  },
])
