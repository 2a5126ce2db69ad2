import type { ActiveParts } from '../active.ts'
import type { Alert, Group } from '../definition.ts'
import { sel } from '../jobs.ts'
import { allDown, whenPresent } from './common.ts'

const job = 'alertmanager'
const self = sel(job)

/** Alertmanager, and the alert that proves that alerts arrive. */
export function alertmanager({ components, alertmanagerReplicas }: ActiveParts): Group[] {
  return whenPresent(components.has(job), job, {
    alerts: [
      {
        name: 'Watchdog', severity: 'info', for: '0m',
        expr: 'vector(1)',
        summary: 'Alerts arrive',
        description: 'This alert always fires. Whoever expects it and does not get it knows that the path of alerts is broken.',
      },
      allDown(job, { name: 'AlertmanagerDown', severity: 'critical', impact: 'Nobody is notified of anything.' }),
      ...(alertmanagerReplicas > 1 ? cluster(alertmanagerReplicas) : []),
      ...own,
    ],
  })
}

function cluster(replicas: number): Alert[] {
  return [
    {
      name: 'AlertmanagerMembersMissing', severity: 'critical', for: '15m',
      expr: `max_over_time(alertmanager_cluster_members${self}[5m]) < ${replicas}`,
      summary: 'Alertmanager {{ $labels.pod }} does not see all others',
      description: `{{ $labels.namespace }}/{{ $labels.pod }} sees {{ $value }} of ${replicas} members of its cluster. Those apart notify twice and do not share silences.`,
    },
    {
      name: 'AlertmanagerConfigsDiffer', severity: 'warning', for: '20m',
      expr: `count by (namespace) (count_values by (namespace) ("hash", alertmanager_config_hash${self})) > 1`,
      summary: 'Alertmanagers have different configurations',
      description: 'The Alertmanagers in {{ $labels.namespace }} have {{ $value }} different configurations; who is notified depends on which of them is first.',
    },
  ]
}

const own: Alert[] = [
  {
    name: 'AlertmanagerReloadFailed', severity: 'critical', for: '10m',
    expr: `max_over_time(alertmanager_config_last_reload_successful${self}[5m]) == 0`,
    summary: 'Alertmanager {{ $labels.pod }} refuses its configuration',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} goes on with an old configuration since it could not load the new one.',
  },
  {
    name: 'AlertmanagerNotificationsFailing', severity: 'critical', for: '10m',
    expr: `
      sum by (namespace, integration) (rate(alertmanager_notifications_failed_total${self}[15m]))
      /
      sum by (namespace, integration) (rate(alertmanager_notifications_total${self}[15m]))
      > 0.05`,
    summary: 'Notifications by {{ $labels.integration }} fail',
    description: '{{ $value | humanizePercentage }} of the notifications by {{ $labels.integration }} from {{ $labels.namespace }} fail: people are not told of alerts.',
  },
  {
    name: 'AlertmanagerCrashLooping', severity: 'critical', for: '5m',
    expr: `changes(process_start_time_seconds${self}[15m]) > 2`,
    summary: 'Alertmanager {{ $labels.pod }} restarts again and again',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has started {{ $value }} times within 15 minutes.',
  },
]
