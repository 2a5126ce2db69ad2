import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { number, ratio } from '../threshold.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'alertmanager', ...matchers)

/** Alertmanager: whether its members agree, and whether notifications are delivered. */
export function alertmanagerAlerts({ alertmanagers }: Active): Alert[] {
  return about('alertmanager', [...(alertmanagers > 1 ? cluster(alertmanagers) : []), ...own])
}

function cluster(replicas: number): Statement[] {
  return [
    {
      name: 'AlertmanagerMembersMissing',
      severity: 'critical',
      for: '15m',
      expr: `max_over_time(${of('alertmanager_cluster_members')}[5m]) < ${replicas}`,
      summary: 'Alertmanager {{ $labels.pod }} does not see all cluster members.',
      description:
        `{{ $labels.namespace }}/{{ $labels.pod }} sees only {{ $value }} of ${replicas} Alertmanager ` +
        'cluster members. A split cluster sends duplicate notifications and does not share silences.',
    },
    {
      name: 'AlertmanagerConfigsDiffer',
      severity: 'warning',
      for: '20m',
      expr: `count by (namespace) (count_values by (namespace) ("hash", ${of('alertmanager_config_hash')})) > 1`,
      summary: 'Alertmanager replicas run different configurations.',
      description:
        'The Alertmanagers in {{ $labels.namespace }} have been running {{ $value }} different ' +
        'configurations for 20 minutes; routing depends on which replica notifies.',
    },
  ]
}

const own: Statement[] = [
  {
    name: 'AlertmanagerConfigReloadFailed',
    severity: 'critical',
    for: '10m',
    expr: `max_over_time(${of('alertmanager_config_last_reload_successful')}[5m]) == 0`,
    summary: 'Alertmanager {{ $labels.pod }}: configuration reload failed.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} could not load its new configuration and has been ' +
      'running with the previous one for 10 minutes.',
  },
  {
    name: 'AlertmanagerNotificationsFailing',
    severity: 'critical',
    for: '10m',
    thresholds: { failures: ratio(0.05) },
    expr: `
      sum by (namespace, integration) (rate(${of('alertmanager_notifications_failed_total')}[15m]))
      /
      sum by (namespace, integration) (rate(${of('alertmanager_notifications_total')}[15m]))
      > %{failures}`,
    summary: 'Alertmanager notifications via {{ $labels.integration }} are failing.',
    description:
      '{{ $value | humanizePercentage }} of the notifications via {{ $labels.integration }} from ' +
      '{{ $labels.namespace }} are failing: alerts do not reach anyone on that channel.',
  },
  {
    name: 'AlertmanagerCrashLooping',
    severity: 'critical',
    for: '5m',
    thresholds: { restarts: number(2) },
    expr: `changes(${of('process_start_time_seconds')}[15m]) > %{restarts}`,
    summary: 'Alertmanager {{ $labels.pod }} is crash looping.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has restarted {{ $value }} times in the last 15 minutes.',
  },
]
