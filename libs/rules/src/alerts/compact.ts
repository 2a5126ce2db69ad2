import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures } from './common.ts'

const job = 'thanos-compact'

/** Thanos Compact: the only one that changes and deletes blocks of the bucket. */
export function compactAlerts({ compactors = 1 }: Active): Alert[] {
  return about(job, [
    runsTwice(compactors), ...running, ...failing,
    bucketFailures(job, {
      name: 'ThanosCompactBucketOperationsFailing', severity: 'warning',
      impact: 'Blocks wait uncompacted.',
    }),
  ])
}

function runsTwice(compactors: number): Statement {
  return {
    name: 'ThanosCompactRunsTwice', severity: 'critical', for: '5m',
    expr: `sum(${series('up', job)}) > ${compactors}`,
    summary: 'More compactors run than the bucket allows.',
    description: `{{ $value }} compactors run, ${compactors} shall. Two that work on the same blocks make `
      + 'overlapping blocks and can destroy data.',
  }
}

const running: Statement[] = [
  {
    name: 'ThanosCompactHalted', severity: 'critical', for: '5m',
    expr: `max by (namespace, pod) (${series('thanos_compact_halted', job)}) == 1`,
    summary: 'Thanos Compact {{ $labels.pod }} has halted.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} met blocks that it must not touch and has stopped for '
      + 'good. It does nothing until somebody repairs the bucket and restarts it.',
  },
  {
    name: 'ThanosCompactNotRunning', severity: 'warning', for: '1h',
    expr: `
      max by (namespace, pod) (increase(${series('thanos_compact_iterations_total', job)}[1d])) < 1
      and on (namespace, pod)
      time() - max by (namespace, pod) (${series('process_start_time_seconds', job)}) > 86400`,
    summary: 'Thanos Compact {{ $labels.pod }} has not finished a run for a day.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has not finished any iteration over the bucket within '
      + 'a day, though it runs.',
  },
  {
    name: 'ThanosCompactBacklog', severity: 'warning', for: '6h',
    expr: `
      sum by (namespace, pod) (${series('thanos_compact_todo_compactions', job)}) > 20
      and
      sum by (namespace, pod) (${series('thanos_compact_todo_compactions', job)})
      > sum by (namespace, pod) (${series('thanos_compact_todo_compactions', job)} offset 1d)`,
    summary: 'Thanos Compact {{ $labels.pod }} falls behind.',
    description: '{{ $value | humanize }} compactions wait for {{ $labels.namespace }}/{{ $labels.pod }}, more '
      + 'than a day ago.',
  },
]

const failing: Statement[] = [
  {
    name: 'ThanosCompactFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_compact_group_compactions_failures_total', job)}[2h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} cannot compact blocks.',
    description: '{{ $value | humanize }} compactions of {{ $labels.namespace }}/{{ $labels.pod }} failed within 2 '
      + 'hours.',
  },
  {
    name: 'ThanosCompactDownsamplingFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_compact_downsample_failures_total', job)}[2h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} cannot downsample blocks.',
    description: '{{ $value | humanize }} downsamplings of {{ $labels.namespace }}/{{ $labels.pod }} failed within '
      + '2 hours. When raw data reaches its retention, nothing coarser takes its place.',
  },
  {
    name: 'ThanosCompactCleanupFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_compact_block_cleanup_failures_total', job)}[6h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} cannot delete blocks.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} failed to delete {{ $value | humanize }} blocks within '
      + '6 hours. The bucket grows.',
  },
  {
    name: 'ThanosCompactNotSyncing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_blocks_meta_sync_failures_total', job)}[1h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} cannot list the bucket.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} failed {{ $value | humanize }} times within an hour to '
      + 'learn which blocks there are.',
  },
]
