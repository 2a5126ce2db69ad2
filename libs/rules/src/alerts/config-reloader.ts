import { about } from '../alert.ts'
import { series } from '../jobs.ts'

const job = 'config-reloader'

/** The containers that trigger configuration reloads. One that has not had to trigger any yet is not failing. */
export const configReloaderAlerts = about(job, [
  {
    name: 'ConfigReloaderFailing',
    severity: 'warning',
    for: '10m',
    expr: `
      max_over_time(${series('reloader_last_reload_successful', job)}[5m]) == 0
      and
      increase(${series('reloader_reloads_total', job)}[1h]) > 0`,
    summary: 'Configuration reload failing in {{ $labels.pod }}.',
    description:
      'The config-reloader in {{ $labels.namespace }}/{{ $labels.pod }} could not get its program to load ' +
      'the latest configuration; changes have had no effect for 10 minutes.',
  },
])
