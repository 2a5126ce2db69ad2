import { BytesIEC, OpsPerSecond, PercentUnit, RequestsPerSecond, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { increase, maxBy, rate, rateShare, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'
import { grpcSignals, httpSignals } from './signals.ts'

const router = (...more: string[]) => stack('thanos-receive-router', ...more)
const edge = (...more: string[]) => stack('thanos-receive-edge', ...more)
const ingestor = (...more: string[]) => stack('thanos-receive-ingestor', ...more)

export const routerSection: AuthoredSection = {
  title: 'Routers',
  component: 'thanos-receive-router',
  panels: [
    ...httpSignals('thanos-receive-router', 'Router', 'handler=~"receive|otlp"'),
    graph({
      title: 'Forwarding that failed',
      unit: PercentUnit,
      description: 'The part of the requests to ingestors that failed. With enough replicas the write still succeeds.',
      queries: [
        [
          rateShare(
            ['pod'],
            ['thanos_receive_forward_requests_total', router('result="error"')],
            ['thanos_receive_forward_requests_total', router()],
          ),
          '{{pod}}',
        ],
      ],
    }),
    graph({
      title: 'Replication that failed',
      unit: PercentUnit,
      description: 'The part of the replicated writes that missed the quorum: the sender gets an error and retries.',
      queries: [
        [
          rateShare(
            ['pod'],
            ['thanos_receive_replications_total', router('result="error"')],
            ['thanos_receive_replications_total', router()],
          ),
          '{{pod}}',
        ],
      ],
    }),
    graph({
      title: 'Writes in flight',
      unit: Short,
      description: 'Write requests that a router is working on.',
      queries: [[`thanos_receive_pending_write_requests${router()}`, '{{pod}}']],
    }),
  ],
}

export const hashringSection: AuthoredSection = {
  title: 'Hashrings',
  component: 'thanos-receive-router',
  panels: [
    graph({
      title: 'Ingestors per ring',
      unit: Short,
      description: 'Endpoints of each hashring, as the routers read them.',
      queries: [[maxBy(['name'], `thanos_receive_hashring_nodes${router()}`), '{{name}}']],
    }),
    graph({
      title: 'Tenants per ring',
      unit: Short,
      description: 'Tenants named by each hashring; a ring that names none takes all others.',
      queries: [[maxBy(['name'], `thanos_receive_hashring_tenants${router()}`), '{{name}}']],
    }),
    graph({
      title: 'Different rings',
      unit: Short,
      description:
        'Versions of the hashring file in use at once. More than one for minutes: series land on different ingestors.',
      queries: [[`count(count_values("config", thanos_receive_config_hash${router()}))`, 'versions']],
    }),
    graph({
      title: 'Replication factor',
      unit: Short,
      description: 'To how many ingestors each series is written. All routers must agree.',
      queries: [[`thanos_receive_replication_factor${router()}`, '{{pod}}']],
    }),
    graph({
      title: 'Changes and errors',
      unit: Short,
      description: 'Changes of the hashring file seen within five minutes, and files that could not be read.',
      queries: [
        [sumBy(['pod'], increase('thanos_receive_hashrings_file_changes_total', router())), '{{pod}} changes'],
        [sumBy(['pod'], increase('thanos_receive_hashrings_file_errors_total', router())), '{{pod}} errors'],
      ],
    }),
  ],
}

export const ingestorSection: AuthoredSection = {
  title: 'Ingestors',
  component: 'thanos-receive-ingestor',
  panels: [
    ...grpcSignals('thanos-receive-ingestor', 'Ingestor'),
    graph({
      title: 'Samples taken in',
      unit: OpsPerSecond,
      description: 'Samples appended per second. Pods of one ring should be close together.',
      queries: [[sumBy(['pod'], rate('prometheus_tsdb_head_samples_appended_total', ingestor())), '{{pod}}']],
    }),
    graph({
      title: 'Series in memory',
      unit: Short,
      description: 'Series of all head blocks of a pod: what mostly decides about memory.',
      queries: [[sumBy(['pod'], `prometheus_tsdb_head_series${ingestor()}`), '{{pod}}']],
    }),
    graph({
      title: 'Data on disk',
      unit: BytesIEC,
      description: 'Blocks and write-ahead logs of each pod.',
      queries: [
        [sumBy(['pod'], `prometheus_tsdb_storage_blocks_bytes${ingestor()}`), '{{pod}} blocks'],
        [sumBy(['pod'], `prometheus_tsdb_wal_storage_size_bytes${ingestor()}`), '{{pod}} write-ahead logs'],
      ],
    }),
    graph({
      title: 'Samples refused',
      unit: OpsPerSecond,
      description: 'Samples that were out of order, out of bounds or too old, by tenant.',
      queries: [
        [sumBy(['tenant'], rate('prometheus_tsdb_out_of_order_samples_total', ingestor())), '{{tenant}} out of order'],
        [sumBy(['tenant'], rate('prometheus_tsdb_out_of_bound_samples_total', ingestor())), '{{tenant}} out of bounds'],
        [sumBy(['tenant'], rate('prometheus_tsdb_too_old_samples_total', ingestor())), '{{tenant}} too old'],
      ],
    }),
    graph({
      title: 'Failed compactions',
      unit: Short,
      description:
        'Head blocks that could not be written as a block within five minutes: memory and log grow meanwhile.',
      queries: [[sumBy(['pod'], increase('prometheus_tsdb_compactions_failed_total', ingestor())), '{{pod}}']],
    }),
    graph({
      title: 'Damaged logs',
      unit: Short,
      description: 'Damaged parts of write-ahead logs found within five minutes: what they held is lost on this pod.',
      queries: [[sumBy(['pod'], increase('prometheus_tsdb_wal_corruptions_total', ingestor())), '{{pod}}']],
    }),
  ],
}

export const tenantSection: AuthoredSection = {
  title: 'Tenants',
  component: 'thanos-receive-router',
  panels: [
    graph({
      title: 'Samples',
      unit: OpsPerSecond,
      stacked: true,
      description: 'Samples per second that were accepted, before replication, by tenant.',
      queries: [[sumBy(['tenant'], rate('thanos_receive_write_samples_sum', router('code=~"2.."'))), '{{tenant}}']],
    }),
    graph({
      title: 'Requests refused',
      unit: RequestsPerSecond,
      description:
        'Write requests that were refused, by tenant and status. 429: a limit; 409: out of order; 5xx: missed quorum.',
      queries: [
        [
          sumBy(['tenant', 'code'], rate('thanos_receive_write_samples_count', router('code!~"2.."'))),
          '{{tenant}} {{code}}',
        ],
      ],
    }),
    graph({
      title: 'Series',
      unit: Short,
      stacked: true,
      description: 'Series in memory, all copies counted, by tenant.',
      queries: [[sumBy(['tenant'], `prometheus_tsdb_head_series${ingestor()}`), '{{tenant}}']],
    }),
  ],
}

export const edgeSection: AuthoredSection = {
  title: 'Other clusters',
  component: 'thanos-receive-edge',
  panels: [
    graph({
      title: 'Samples of other clusters',
      unit: OpsPerSecond,
      stacked: true,
      description: 'Samples per second that other clusters send and that were accepted, before replication.',
      queries: [[sumBy(['tenant'], rate('thanos_receive_write_samples_sum', edge('code=~"2.."'))), '{{tenant}}']],
    }),
    graph({
      title: 'Requests of other clusters refused',
      unit: RequestsPerSecond,
      description: 'Write requests of other clusters that were refused, by status. 429: a limit; 5xx: missed quorum.',
      queries: [
        [
          sumBy(['tenant', 'code'], rate('thanos_receive_write_samples_count', edge('code!~"2.."'))),
          '{{tenant}} {{code}}',
        ],
      ],
    }),
  ],
}
