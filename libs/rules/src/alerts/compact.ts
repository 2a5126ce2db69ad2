import type { Alert } from '../alert.ts'
import { ratio, series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'thanos-compact', ...matchers)

export const compactAlerts: Alert[] = [
  {
    name: 'ThanosCompactHalted', about: 'thanos-compact', severity: 'critical', for: '5m',
    expr: `${of('thanos_compact_halted')} == 1`,
    summary: 'Compact has halted.',
    description: '{{ $labels.pod }} met blocks it cannot work on and does nothing until somebody looks: retention and downsampling have stopped too.',
  },
  {
    name: 'ThanosCompactRunsTwice', about: 'thanos-compact', severity: 'critical', for: '5m',
    expr: `count by (pod) (count by (pod, instance) (${of('up')} == 1)) > 1`,
    summary: 'Two Compacts work on the same blocks.',
    description: '{{ printf "%.0f" $value }} processes answer as {{ $labels.pod }}; two on one bucket destroy blocks. Stop all but one.',
  },
  {
    name: 'ThanosCompactNotRunning', about: 'thanos-compact', severity: 'warning', for: '30m',
    expr: `time() - max by (pod) (${of('thanos_compact_last_successful_run_timestamp_seconds')} > 0) > 24 * 3600`,
    summary: 'Compact has finished no run for a day.',
    description: '{{ $labels.pod }} finished its last run {{ $value | humanizeDuration }} ago.',
  },
  {
    name: 'ThanosCompactFailing', about: 'thanos-compact', severity: 'warning', for: '15m',
    expr: `${ratio(of('thanos_compact_group_compactions_failures_total'), of('thanos_compact_group_compactions_total'), 'pod')} > 0.05`,
    summary: 'Compactions fail.',
    description: '{{ $value | humanizePercentage }} of the compactions of {{ $labels.pod }} fail.',
  },
  {
    name: 'ThanosCompactBucketOperationsFailing', about: 'thanos-compact', severity: 'warning', for: '15m',
    expr: `${ratio(of('thanos_objstore_bucket_operation_failures_total'), of('thanos_objstore_bucket_operations_total'), 'pod, operation')} > 0.05`,
    summary: 'The object store refuses Compact.',
    description: '{{ $value | humanizePercentage }} of the operations {{ $labels.operation }} of {{ $labels.pod }} fail.',
  },
  {
    name: 'ThanosCompactBacklog', about: 'thanos-compact', severity: 'warning', for: '24h',
    expr: `sum by (pod) (${of('thanos_compact_todo_compactions')}) > 100`,
    summary: 'Compact cannot keep up.',
    description: '{{ printf "%.0f" $value }} compactions have been waiting for {{ $labels.pod }} for a day.',
  },
]
