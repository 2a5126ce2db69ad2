import type { Alert } from '../alert.ts'
import { ratio, series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'alertmanager', ...matchers)

export const alertmanagerAlerts: Alert[] = [
  {
    name: 'AlertmanagerConfigReloadFailed', about: 'alertmanager', severity: 'critical', for: '10m',
    expr: `max_over_time(${of('alertmanager_config_last_reload_successful')}[5m]) == 0`,
    summary: 'Alertmanager refuses its configuration.',
    description: '{{ $labels.pod }} runs on with the configuration it had: the one in its ConfigMap is not valid.',
  },
  {
    name: 'AlertmanagerConfigsDiffer', about: 'alertmanager', severity: 'critical', for: '20m',
    expr: `count(count_values("config_hash", ${of('alertmanager_config_hash')})) > 1`,
    summary: 'Alertmanagers have different configurations.',
    description: '{{ printf "%.0f" $value }} different configurations are in use: the same alert is routed differently.',
  },
  {
    name: 'AlertmanagerMembersMissing', about: 'alertmanager', severity: 'critical', for: '15m',
    expr: active => `max_over_time(${of('alertmanager_cluster_members')}[5m]) < ${active.alertmanagers}`,
    summary: 'An Alertmanager does not see all others.',
    description: '{{ $labels.pod }} sees {{ printf "%.0f" $value }} members: notifications may be sent twice, silences may not hold.',
  },
  {
    name: 'AlertmanagerNotificationsFailing', about: 'alertmanager', severity: 'critical', for: '10m',
    expr: `${ratio(of('alertmanager_notifications_failed_total'), of('alertmanager_notifications_total'), 'integration')} > 0.01`,
    summary: 'Notifications do not arrive.',
    description: '{{ $value | humanizePercentage }} of the notifications by {{ $labels.integration }} fail.',
  },
  {
    name: 'ConfigReloaderFailing', about: 'config-reloader', severity: 'warning', for: '10m',
    expr: `${series('reloader_last_reload_successful', 'config-reloader')} == 0`,
    summary: 'A changed configuration is not taken over.',
    description: 'The configuration reloader of {{ $labels.pod }} could not make its program reload for 10 minutes.',
  },
]
