import { Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { increase, quantileBy, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'

const compact = (...more: string[]) => stack('thanos-compact', ...more)

export const compactSection: AuthoredSection = {
  title: 'Compact',
  component: 'thanos-compact',
  panels: [
    graph({
      title: 'Work to do',
      unit: Short,
      description:
        'Planned compactions, downsamplings and deletions. If a line only climbs, the compactor cannot keep up.',
      queries: [
        [`thanos_compact_todo_compactions${compact()}`, '{{pod}} compactions'],
        [`thanos_compact_todo_downsample_blocks${compact()}`, '{{pod}} blocks to downsample'],
        [`thanos_compact_todo_deletion_blocks${compact()}`, '{{pod}} blocks to delete'],
      ],
    }),
    graph({
      title: 'Halted',
      unit: Short,
      max: 1,
      description: '1: the compactor stopped for good after an error that needs a person.',
      queries: [[`thanos_compact_halted${compact()}`, '{{pod}}']],
    }),
    graph({
      title: 'Failures',
      unit: Short,
      description: 'Failed compactions, downsamplings and clean-ups within five minutes.',
      queries: [
        [sumBy(['pod'], increase('thanos_compact_group_compactions_failures_total', compact())), '{{pod}} compaction'],
        [sumBy(['pod'], increase('thanos_compact_downsample_failures_total', compact())), '{{pod}} downsampling'],
        [
          sumBy(['pod'], increase('thanos_compact_garbage_collection_failures_total', compact())),
          '{{pod}} garbage collection',
        ],
        [sumBy(['pod'], increase('thanos_compact_block_cleanup_failures_total', compact())), '{{pod}} deletion'],
      ],
    }),
    graph({
      title: 'Compactions',
      unit: Short,
      description: 'Finished compactions of groups of blocks within five minutes, by resolution in milliseconds.',
      queries: [
        [sumBy(['resolution'], increase('thanos_compact_group_compactions_total', compact())), '{{resolution}}'],
      ],
    }),
    graph({
      title: 'Downsampling',
      unit: Seconds,
      description: 'The time in which 99 of 100 blocks were downsampled, by resolution in milliseconds.',
      queries: [
        [quantileBy(0.99, ['resolution'], 'thanos_compact_downsample_duration_seconds', compact()), '{{resolution}}'],
      ],
    }),
    graph({
      title: 'Rounds',
      unit: Short,
      description: 'Finished rounds over the whole bucket within an hour. None for hours: a round hangs or fails.',
      queries: [[`sum by (pod) (increase(thanos_compact_iterations_total${compact()}[1h]))`, '{{pod}}']],
    }),
    graph({
      title: 'Blocks marked',
      unit: Short,
      description: 'Blocks marked for deletion, or as not to be compacted, within five minutes, by reason.',
      queries: [
        [
          sumBy(['marker', 'reason'], increase('thanos_compact_blocks_marked_total', compact())),
          '{{marker}} {{reason}}',
        ],
      ],
    }),
    graph({
      title: 'Blocks deleted',
      unit: Short,
      description: 'Blocks removed from the bucket within five minutes, after the delay that marked blocks have.',
      queries: [[sumBy(['pod'], increase('thanos_compact_blocks_cleaned_total', compact())), '{{pod}}']],
    }),
    graph({
      title: 'Blocks by state',
      unit: Short,
      stacked: true,
      description: 'Blocks that the compactor sees in the bucket: loaded, or left out and why.',
      queries: [[sumBy(['state'], `thanos_blocks_meta_synced${compact()}`), '{{state}}']],
    }),
  ],
}
