import { OpsPerSecond, PercentUnit, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { maxBy, rate, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'
import { grpcSignals } from './signals.ts'

const sidecar = stack('thanos-sidecar')
const volumes = stack('kubelet')

export const sidecarSection: AuthoredSection = {
  title: 'Sidecar',
  component: 'thanos-sidecar',
  panels: [
    ...grpcSignals('thanos-sidecar', 'Sidecar'),
    graph({
      title: 'Prometheus reached',
      unit: Short,
      max: 1,
      description: '0: the sidecar cannot reach the Prometheus beside it, and its fresh data is missing from answers.',
      queries: [[`thanos_sidecar_prometheus_up${sidecar}`, '{{pod}}']],
    }),
  ],
}

export const sharedVolumeSection: AuthoredSection = {
  title: 'Shared volume',
  component: null,
  panels: [
    graph({
      title: 'Bucket by component',
      unit: OpsPerSecond,
      stacked: true,
      description: 'Operations on the folder that stands in for an object store, by component.',
      queries: [
        [
          sumBy(
            ['job'],
            rate(
              'thanos_objstore_bucket_operations_total',
              '{cluster="$cluster", namespace="$namespace", job=~"thanos-.+"}',
            ),
          ),
          '{{job}}',
        ],
      ],
      width: 12,
    }),
    graph({
      title: 'Space in use',
      unit: PercentUnit,
      max: 1,
      description:
        'The filled part of each volume. The shared one holds all blocks, and only the compactor deletes any.',
      queries: [
        [
          maxBy(
            ['persistentvolumeclaim'],
            `kubelet_volume_stats_used_bytes${volumes} / kubelet_volume_stats_capacity_bytes${volumes}`,
          ),
          '{{persistentvolumeclaim}}',
        ],
      ],
      width: 12,
    }),
  ],
}
