import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'alertmanager', ...matchers)

/** Alertmanager: whether its members agree, and whether people are told. */
export function alertmanagerAlerts({ alertmanagers }: Active): Alert[] {
  return about('alertmanager', [...(alertmanagers > 1 ? cluster(alertmanagers) : []), ...own])
}

function cluster(replicas: number): Statement[] {
  return [
    {
      name: 'AlertmanagerMembersMissing', severity: 'critical', for: '15m',
      expr: `max_over_time(${of('alertmanager_cluster_members')}[5m]) < ${replicas}`,
      summary: 'Alertmanager {{ $labels.pod }} does not see all others.',
      description: `{{ $labels.namespace }}/{{ $labels.pod }} sees {{ $value }} of ${replicas} members of its `
        + 'cluster. Those apart notify twice and do not share silences.',
    },
    {
      name: 'AlertmanagerConfigsDiffer', severity: 'warning', for: '20m',
      expr: `count by (namespace) (count_values by (namespace) ("hash", ${of('alertmanager_config_hash')})) > 1`,
      summary: 'Alertmanagers have different configurations.',
      description: 'The Alertmanagers in {{ $labels.namespace }} have {{ $value }} different configurations; who '
        + 'is notified depends on which of them is first.',
    },
  ]
}

const own: Statement[] = [
  {
    name: 'AlertmanagerConfigReloadFailed', severity: 'critical', for: '10m',
    expr: `max_over_time(${of('alertmanager_config_last_reload_successful')}[5m]) == 0`,
    summary: 'Alertmanager {{ $labels.pod }} refuses its configuration.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} goes on with an old configuration since it could not '
      + 'load the new one.',
  },
  {
    name: 'AlertmanagerNotificationsFailing', severity: 'critical', for: '10m',
    expr: `
      sum by (namespace, integration) (rate(${of('alertmanager_notifications_failed_total')}[15m]))
      /
      sum by (namespace, integration) (rate(${of('alertmanager_notifications_total')}[15m]))
      > 0.05`,
    summary: 'Notifications by {{ $labels.integration }} fail.',
    description: '{{ $value | humanizePercentage }} of the notifications by {{ $labels.integration }} from '
      + '{{ $labels.namespace }} fail: people are not told of alerts.',
  },
  {
    name: 'AlertmanagerCrashLooping', severity: 'critical', for: '5m',
    expr: `changes(${of('process_start_time_seconds')}[15m]) > 2`,
    summary: 'Alertmanager {{ $labels.pod }} restarts again and again.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has started {{ $value }} times within 15 minutes.',
  },
]
