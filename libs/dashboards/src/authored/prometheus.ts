import { BytesIEC, OpsPerSecond, PercentUnit, Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { increase, maxBy, quantileBy, rate, rateShare, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'

const prometheus = (...more: string[]) => stack('prometheus', ...more)
const remote = (metric: string) => `prometheus_remote_storage_${metric}`

const lastDuration = `prometheus_rule_group_last_duration_seconds${prometheus()}`
const ofInterval = `${lastDuration} / prometheus_rule_group_interval_seconds${prometheus()}`
const newestQueued = remote('queue_highest_timestamp_seconds') + prometheus()
const newestSent = remote('queue_highest_sent_timestamp_seconds') + prometheus()

/** What Prometheus does in every mode. */
export const prometheusSection: AuthoredSection = {
  title: 'Prometheus',
  component: 'prometheus',
  panels: [
    graph({
      title: 'Samples taken in',
      unit: OpsPerSecond,
      description: 'Samples appended per second. Replicas scrape the same targets and should agree.',
      queries: [[sumBy(['pod'], rate('prometheus_tsdb_head_samples_appended_total', prometheus())), '{{pod}}']],
    }),
    graph({
      title: 'Series in memory',
      unit: Short,
      description: 'Series of the head block: what mostly decides about memory.',
      queries: [[`prometheus_tsdb_head_series${prometheus()}`, '{{pod}}']],
    }),
    graph({
      title: 'Scrape targets',
      unit: Short,
      stacked: true,
      description: 'Targets that answer, by job; targets that do not are on the dashboard of the cluster.',
      queries: [['count by (job) (up{cluster="$cluster"} == 1)', '{{job}}']],
    }),
    graph({
      title: 'Samples refused',
      unit: OpsPerSecond,
      description: 'Samples that were out of order, too old or duplicates with another value.',
      queries: [
        [
          sumBy(['pod'], rate('prometheus_target_scrapes_sample_out_of_order_total', prometheus())),
          '{{pod}} out of order',
        ],
        [
          sumBy(['pod'], rate('prometheus_target_scrapes_sample_out_of_bounds_total', prometheus())),
          '{{pod}} out of bounds',
        ],
        [
          sumBy(['pod'], rate('prometheus_target_scrapes_sample_duplicate_timestamp_total', prometheus())),
          '{{pod}} duplicate',
        ],
      ],
    }),
    graph({
      title: 'Rules of their interval',
      unit: PercentUnit,
      description: 'How much of its interval the slowest group of rules needs. At 100 % evaluations are skipped.',
      queries: [[maxBy(['pod'], ofInterval), '{{pod}}']],
    }),
    graph({
      title: 'Rules that failed',
      unit: PercentUnit,
      description: 'The part of the evaluations of rules that failed.',
      queries: [
        [
          rateShare(
            ['pod'],
            ['prometheus_rule_evaluation_failures_total', prometheus()],
            ['prometheus_rule_evaluations_total', prometheus()],
          ),
          '{{pod}}',
        ],
      ],
    }),
    graph({
      title: 'Alerts lost',
      unit: Short,
      description: 'Alerts that no Alertmanager took within five minutes, and failed attempts.',
      queries: [
        [sumBy(['pod'], increase('prometheus_notifications_dropped_total', prometheus())), '{{pod}} lost'],
        [sumBy(['pod'], increase('prometheus_notifications_errors_total', prometheus())), '{{pod}} failed attempts'],
      ],
    }),
    graph({
      title: 'Configuration loaded',
      unit: Short,
      max: 1,
      description: '0: the last reload of the configuration failed, the one before is in use.',
      queries: [[`prometheus_config_last_reload_successful${prometheus()}`, '{{pod}}']],
    }),
    graph({
      title: 'Data on disk',
      unit: BytesIEC,
      description: 'Blocks and write-ahead log of each replica.',
      queries: [
        [`prometheus_tsdb_storage_blocks_bytes${prometheus()}`, '{{pod}} blocks'],
        [`prometheus_tsdb_wal_storage_size_bytes${prometheus()}`, '{{pod}} write-ahead log'],
      ],
    }),
  ],
}

/** Prometheus as the sender of what Receive takes in. */
export const remoteWriteSection: AuthoredSection = {
  title: 'Remote write',
  component: 'thanos-receive-router',
  panels: [
    graph({
      title: 'Behind',
      unit: Seconds,
      description: 'How far what was sent is behind what was scraped. It grows while Receive cannot take more.',
      queries: [[`${maxBy(['pod'], newestQueued)} - ${maxBy(['pod'], newestSent)}`, '{{pod}}']],
    }),
    graph({
      title: 'Samples sent',
      unit: OpsPerSecond,
      description: 'Samples sent per second, retries included.',
      queries: [[sumBy(['pod'], rate(remote('samples_total'), prometheus())), '{{pod}}']],
    }),
    graph({
      title: 'Samples lost or retried',
      unit: OpsPerSecond,
      description: 'Failed and dropped samples are lost; retried ones are on their way.',
      queries: [
        [sumBy(['pod'], rate(remote('samples_failed_total'), prometheus())), '{{pod}} failed'],
        [sumBy(['pod'], rate(remote('samples_dropped_total'), prometheus())), '{{pod}} dropped by relabelling or age'],
        [sumBy(['pod'], rate(remote('samples_retried_total'), prometheus())), '{{pod}} retried'],
      ],
    }),
    graph({
      title: 'Shards',
      unit: Short,
      description: 'Parallel senders: in use, wanted, allowed. Wanted above allowed: the queue will fall behind.',
      queries: [
        [maxBy(['pod'], `${remote('shards')}${prometheus()}`), '{{pod}} in use'],
        [maxBy(['pod'], `${remote('shards_desired')}${prometheus()}`), '{{pod}} wanted'],
        [`max(${remote('shards_max')}${prometheus()})`, 'allowed'],
      ],
    }),
    graph({
      title: 'Pending',
      unit: Short,
      description: 'Samples in the queue of the senders.',
      queries: [[sumBy(['pod'], `${remote('samples_pending')}${prometheus()}`), '{{pod}}']],
    }),
    graph({
      title: 'Time to send',
      unit: Seconds,
      description: 'The time in which 99 of 100 batches were sent and answered.',
      queries: [[quantileBy(0.99, ['pod'], remote('sent_batch_duration_seconds'), prometheus()), '{{pod}}']],
    }),
  ],
}
