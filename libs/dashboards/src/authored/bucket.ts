import { BytesPerSecondIEC, OpsPerSecond, PercentUnit, Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { increase, maxBy, quantileBy, rate, rateShare, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'
import { httpSignals } from './signals.ts'

const web = (...more: string[]) => stack('thanos-bucket-web', ...more)
const everyone = '{cluster="$cluster", namespace="$namespace", job=~"thanos-.+"}'
const volumes = stack('kubelet')
const available = `predict_linear(kubelet_volume_stats_available_bytes${volumes}[6h], 4 * 86400)`
const freeInFourDays = `${available} / kubelet_volume_stats_capacity_bytes${volumes}`

export const bucketSection: AuthoredSection = {
  title: 'Bucket',
  component: null,
  panels: [
    graph({
      title: 'Operations',
      unit: OpsPerSecond,
      stacked: true,
      description: 'Operations on the object store, by component.',
      queries: [
        [
          sumBy(['job', 'operation'], rate('thanos_objstore_bucket_operations_total', everyone)),
          '{{job}} {{operation}}',
        ],
      ],
    }),
    graph({
      title: 'Failures',
      unit: PercentUnit,
      description: 'The part of the operations that failed, by component and operation.',
      queries: [
        [
          rateShare(
            ['job', 'operation'],
            ['thanos_objstore_bucket_operation_failures_total', everyone],
            ['thanos_objstore_bucket_operations_total', everyone],
          ),
          '{{job}} {{operation}}',
        ],
      ],
    }),
    graph({
      title: 'Latency, p99',
      unit: Seconds,
      description: 'The time in which 99 of 100 operations finished, by operation.',
      queries: [
        [
          quantileBy(0.99, ['operation'], 'thanos_objstore_bucket_operation_duration_seconds', everyone),
          '{{operation}}',
        ],
      ],
    }),
    graph({
      title: 'Read',
      unit: BytesPerSecondIEC,
      stacked: true,
      description: 'Bytes read from the object store, by component.',
      queries: [[sumBy(['job'], rate('thanos_objstore_bucket_operation_fetched_bytes_total', everyone)), '{{job}}']],
    }),
    graph({
      title: 'Written',
      unit: BytesPerSecondIEC,
      stacked: true,
      description: 'Bytes written to the object store, by component.',
      queries: [
        [
          sumBy(
            ['job'],
            rate(
              'thanos_objstore_bucket_operation_transferred_bytes_sum',
              '{cluster="$cluster", namespace="$namespace", job=~"thanos-.+", operation="upload"}',
            ),
          ),
          '{{job}}',
        ],
      ],
    }),
    graph({
      title: 'Since the last upload',
      unit: Seconds,
      description: 'Time since each pod last uploaded something. Producers cut a block every two hours.',
      queries: [
        [
          `time() - ${maxBy(['job', 'pod'], `thanos_objstore_bucket_last_successful_upload_time${everyone} > 0`)}`,
          '{{pod}}',
        ],
      ],
    }),
  ],
}

export const bucketWebSection: AuthoredSection = {
  title: 'Bucket web',
  component: 'thanos-bucket-web',
  panels: [
    ...httpSignals('thanos-bucket-web', 'Bucket web').slice(0, 2),
    graph({
      title: 'Refreshes of the block list',
      unit: Short,
      description: 'Reads of the list of blocks within five minutes, and those that failed.',
      queries: [
        [sumBy([], increase('thanos_bucket_blocks_meta_syncs_total', web())), 'all'],
        [sumBy([], increase('thanos_bucket_blocks_meta_sync_failures_total', web())), 'failed'],
      ],
    }),
  ],
}

export const diskSection: AuthoredSection = {
  title: 'Disks',
  component: null,
  panels: [
    graph({
      title: 'Space in use',
      unit: PercentUnit,
      max: 1,
      description: 'The filled part of each volume of the namespace.',
      queries: [
        [
          maxBy(
            ['persistentvolumeclaim'],
            `kubelet_volume_stats_used_bytes${volumes} / kubelet_volume_stats_capacity_bytes${volumes}`,
          ),
          '{{persistentvolumeclaim}}',
        ],
      ],
    }),
    graph({
      title: 'Inodes in use',
      unit: PercentUnit,
      max: 1,
      description: 'The used part of the inodes of each volume.',
      queries: [
        [
          maxBy(
            ['persistentvolumeclaim'],
            `kubelet_volume_stats_inodes_used${volumes} / kubelet_volume_stats_inodes${volumes}`,
          ),
          '{{persistentvolumeclaim}}',
        ],
      ],
    }),
    graph({
      title: 'Full within four days',
      unit: PercentUnit,
      negative: true,
      description:
        'The free part of each volume in four days, if it goes on filling as in the last six hours. Below zero: full.',
      queries: [[maxBy(['persistentvolumeclaim'], freeInFourDays), '{{persistentvolumeclaim}}']],
    }),
  ],
}
