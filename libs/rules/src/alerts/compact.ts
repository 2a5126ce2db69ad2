import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures } from './common.ts'
import { number } from '../threshold.ts'

const job = 'thanos-compact'

/** Thanos Compact: the only component that changes and deletes blocks in the bucket. */
export function compactAlerts({ compactors = 1 }: Active): Alert[] {
  return about(job, [
    runsTwice(compactors),
    ...running,
    ...failing,
    bucketFailures(job, {
      name: 'ThanosCompactBucketOperationsFailing',
      severity: 'warning',
      impact: 'Blocks are not compacted.',
    }),
  ])
}

function runsTwice(compactors: number): Statement {
  return {
    name: 'ThanosCompactRunsTwice',
    severity: 'critical',
    for: '5m',
    expr: `sum(${series('up', job)}) > ${compactors}`,
    summary: 'More Thanos Compact instances are running than configured.',
    description:
      `{{ $value }} compactors are running, ${compactors} expected. Two compactors working on the same ` +
      'blocks produce overlapping blocks and can destroy data.',
  }
}

const running: Statement[] = [
  {
    name: 'ThanosCompactHalted',
    severity: 'critical',
    for: '5m',
    expr: `max by (namespace, pod) (${series('thanos_compact_halted', job)}) == 1`,
    summary: 'Thanos Compact {{ $labels.pod }} has halted.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} found blocks it must not touch and has halted. It does ' +
      'nothing until the bucket is repaired and the pod restarted.',
  },
  {
    name: 'ThanosCompactNotRunning',
    severity: 'warning',
    for: '1h',
    expr: `
      max by (namespace, pod) (increase(${series('thanos_compact_iterations_total', job)}[1d])) < 1
      and on (namespace, pod)
      time() - max by (namespace, pod) (${series('process_start_time_seconds', job)}) > 86400`,
    summary: 'Thanos Compact {{ $labels.pod }} has not completed a run for a day.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} is running but has not completed an iteration over the ' +
      'bucket in the last day.',
  },
  {
    name: 'ThanosCompactBacklog',
    severity: 'warning',
    for: '6h',
    thresholds: { compactions: number(20) },
    expr: `
      sum by (namespace, pod) (${series('thanos_compact_todo_compactions', job)}) > %{compactions}
      and
      sum by (namespace, pod) (${series('thanos_compact_todo_compactions', job)})
      > sum by (namespace, pod) (${series('thanos_compact_todo_compactions', job)} offset 1d)`,
    summary: 'Thanos Compact {{ $labels.pod }} is falling behind.',
    description:
      '{{ $value | humanize }} compactions are pending for {{ $labels.namespace }}/{{ $labels.pod }}, ' +
      'more than a day ago.',
  },
]

const failing: Statement[] = [
  {
    name: 'ThanosCompactFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_compact_group_compactions_failures_total', job)}[2h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} is failing to compact blocks.',
    description:
      '{{ $value | humanize }} compactions of {{ $labels.namespace }}/{{ $labels.pod }} have failed in ' +
      'the last 2 hours.',
  },
  {
    name: 'ThanosCompactDownsamplingFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_compact_downsample_failures_total', job)}[2h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} is failing to downsample blocks.',
    description:
      '{{ $value | humanize }} downsampling runs of {{ $labels.namespace }}/{{ $labels.pod }} have failed ' +
      'in the last 2 hours. Raw data that reaches its retention before it is downsampled is lost.',
  },
  {
    name: 'ThanosCompactCleanupFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_compact_block_cleanup_failures_total', job)}[6h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} is failing to delete blocks.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has failed to delete {{ $value | humanize }} blocks in ' +
      'the last 6 hours. The bucket keeps growing.',
  },
  {
    name: 'ThanosCompactNotSyncing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_blocks_meta_sync_failures_total', job)}[1h])) > 0`,
    summary: 'Thanos Compact {{ $labels.pod }} cannot sync block metadata.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has failed {{ $value | humanize }} times in the last ' +
      'hour to read the list of blocks in the bucket. Nothing is compacted until it can.',
  },
]
