import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures, noUpload, notReady, uploadFailures } from './common.ts'

const router = 'thanos-receive-router'
const ingestor = 'thanos-receive-ingestor'

/** Thanos Receive: routers take remote writes and hand each series to as many ingestors as the replication factor says. */
export function receiveAlerts(active: Active): Alert[] {
  return [
    ...about(router, [...routerState, ...writes, ...limits, ...ring, ...ringSizes(active)]),
    ...about(ingestor, [...ingestorState, ...copies(active), ...blocks]),
  ]
}

const routerState: Statement[] = [
  notReady(router, {
    name: 'ThanosReceiveRouterNotReady', severity: 'warning',
    impact: 'It has no hashring yet and takes no writes.',
  }),
]

const writes: Statement[] = [
  {
    name: 'ThanosReceiveErrors', severity: 'critical', for: '5m',
    expr: 'namespace_handler:thanos_receive_request_errors:ratio_rate5m > 0.05',
    summary: 'Thanos Receive refuses remote writes.',
    description: '{{ $value | humanizePercentage }} of the remote writes in {{ $labels.namespace }} end with a '
      + 'status of 5xx. Senders repeat them and fall behind.',
  },
  {
    name: 'ThanosReceiveSlow', severity: 'warning', for: '15m',
    expr: 'namespace_handler:thanos_receive_request_duration_seconds:p99_rate5m > 10',
    summary: 'Thanos Receive is slow.',
    description: 'One of 100 remote writes in {{ $labels.namespace }} takes {{ $value | humanizeDuration }} or longer.',
  },
  {
    name: 'ThanosReceiveForwardsFailing', severity: 'warning', for: '10m',
    expr: `
      sum by (namespace, pod) (rate(${series('thanos_receive_forward_requests_total', router, 'result="error"')}[5m]))
      /
      sum by (namespace, pod) (rate(${series('thanos_receive_forward_requests_total', router)}[5m]))
      > 0.1`,
    summary: 'Router {{ $labels.pod }} cannot forward to ingestors.',
    description: '{{ $value | humanizePercentage }} of the requests of {{ $labels.namespace }}/{{ $labels.pod }} '
      + 'to ingestors fail. With replication a few are harmless, many are not.',
  },
  {
    name: 'ThanosReceiveReplicationFailing', severity: 'critical', for: '10m',
    expr: `
      sum by (namespace, pod) (rate(${series('thanos_receive_replications_total', router, 'result="error"')}[5m]))
      /
      sum by (namespace, pod) (rate(${series('thanos_receive_replications_total', router)}[5m]))
      > 0.05`,
    summary: 'Router {{ $labels.pod }} does not reach the quorum.',
    description: '{{ $value | humanizePercentage }} of the replications of '
      + '{{ $labels.namespace }}/{{ $labels.pod }} fail: series are not on as many ingestors as intended.',
  },
  {
    name: 'ThanosReceiveConflicts', severity: 'warning', for: '15m',
    expr: `
      sum by (namespace, tenant) (rate(${series('http_requests_total', router, 'handler="receive"', 'code="409"')}[5m]))
      /
      sum by (namespace, tenant) (rate(${series('http_requests_total', router, 'handler="receive"')}[5m]))
      > 0.05`,
    summary: 'Samples of the tenant {{ $labels.tenant }} conflict with what is stored.',
    description: '{{ $value | humanizePercentage }} of the remote writes of {{ $labels.tenant }} are answered with '
      + '409: they are out of order, too old or duplicates, and are dropped.',
  },
]

const limits: Statement[] = [
  {
    name: 'ThanosReceiveTenantLimited', severity: 'warning', for: '5m',
    expr: `sum by (namespace, tenant, limit) (increase(${series('thanos_receive_write_limits_hit_count', router)}[5m])) > 0`,
    summary: 'The tenant {{ $labels.tenant }} sends requests that are too large.',
    description: '{{ $value | humanize }} remote writes of {{ $labels.tenant }} exceeded the limit of '
      + '{{ $labels.limit }} within 5 minutes and were refused.',
  },
  {
    name: 'ThanosReceiveHeadSeriesLimited', severity: 'warning', for: '5m',
    expr: `sum by (namespace, tenant) (increase(${series('thanos_receive_head_series_limited_requests_total', router)}[5m])) > 0`,
    summary: 'The tenant {{ $labels.tenant }} has more series than it may.',
    description: '{{ $value | humanize }} remote writes of {{ $labels.tenant }} were refused within 5 minutes '
      + 'since it has reached its number of active series.',
  },
  {
    name: 'ThanosReceiveLimitsBlind', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_receive_metamonitoring_failed_queries_total', router)}[5m])) > 0`,
    summary: 'Router {{ $labels.pod }} cannot count the series of tenants.',
    description: '{{ $value | humanize }} of the queries by which {{ $labels.namespace }}/{{ $labels.pod }} counts '
      + 'active series failed within 5 minutes; limits are not enforced.',
  },
]

const ring: Statement[] = [
  {
    name: 'ThanosReceiveHashringReloadFailed', severity: 'critical', for: '10m',
    // Read anew each 30 s. The gauge that says whether the last reading succeeded stays at 1, see pkg/receive/config.go.
    expr: `sum by (namespace, pod) (increase(${series('thanos_receive_hashrings_file_errors_total', router)}[5m])) > 0`,
    summary: 'Router {{ $labels.pod }} refuses its hashring file.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} goes on with an old hashring since it could not load '
      + 'the new one.',
  },
  {
    name: 'ThanosReceiveRoutersDisagree', severity: 'critical', for: '15m',
    expr: `count by (namespace) (count_values by (namespace) ("hash", ${series('thanos_receive_config_hash', router)})) > 1`,
    summary: 'Routers disagree about the hashring.',
    description: 'Routers in {{ $labels.namespace }} use {{ $value }} different hashrings: one series goes to '
      + 'different ingestors, depending on the router.',
  },
]

function ringSizes({ hashrings = {} }: Active): Statement[] {
  return Object.entries(hashrings).map(([name, size]): Statement => ({
    name: 'ThanosReceiveHashringSizeWrong', severity: 'warning', for: '15m', labels: { hashring: name },
    expr: `${series('thanos_receive_hashring_nodes', router, `name="${name}"`)} != ${size}`,
    summary: `Router {{ $labels.pod }} has another hashring ${name} than intended.`,
    description: `The hashring ${name} of {{ $labels.namespace }}/{{ $labels.pod }} has {{ $value }} endpoints, `
      + `${size} are intended.`,
  }))
}

const ingestorState: Statement[] = [
  notReady(ingestor, {
    name: 'ThanosReceiveIngestorNotReady', severity: 'warning',
    impact: 'It replays its write-ahead log, or cannot open its data.',
  }),
]

/** Writes need a quorum of a series' copies: one of two, otherwise more than half. */
function copies({ replicationFactor, hashrings }: Active): Statement[] {
  const quorum = replicationFactor === 2 ? 1 : Math.floor(replicationFactor / 2) + 1
  const spare = replicationFactor - quorum
  const ingestors = Object.values(hashrings ?? {}).reduce((sum, size) => sum + size, 0)
  return [
    {
      name: 'ThanosReceiveTooFewIngestors', severity: 'warning', for: '10m',
      expr: `count(${series('up', ingestor)} == 1) < ${replicationFactor}`,
      summary: 'There are fewer ingestors than copies.',
      description: 'Only {{ $value }} ingestors answer: new samples have fewer copies than the '
        + `${replicationFactor} asked for.`,
    },
    ...(ingestors === 0 ? [] : [{
      name: 'ThanosReceiveQuorumLost', severity: 'critical' as const, for: '2m',
      expr: `${ingestors} - (sum(${series('up', ingestor)}) or vector(0)) > ${spare}`,
      summary: 'Too many ingestors are down to store everything.',
      description: `{{ $value }} of ${ingestors} ingestors are down; with a replication factor of `
        + `${replicationFactor} only ${spare} may be. Writes of series on them fail.`,
    }]),
  ]
}

const blocks: Statement[] = [
  bucketFailures(ingestor, {
    name: 'ThanosReceiveBucketOperationsFailing', severity: 'critical',
    impact: 'Blocks wait on its disk, as long as its retention allows.',
  }),
  uploadFailures(ingestor, {
    name: 'ThanosReceiveUploadsFailing', severity: 'critical',
    impact: 'What is not uploaded before its retention ends is lost.',
  }),
  noUpload(ingestor, {
    name: 'ThanosReceiveNoUploads', severity: 'critical',
    impact: 'What is not uploaded before its retention ends is lost.',
  }),
  {
    name: 'ThanosReceiveCompactionFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod, tenant) (increase(${series('prometheus_tsdb_compactions_failed_total', ingestor)}[3h])) > 0`,
    summary: 'Ingestor {{ $labels.pod }} cannot write blocks.',
    description: '{{ $value | humanize }} compactions of the data of {{ $labels.tenant }} in '
      + '{{ $labels.namespace }}/{{ $labels.pod }} failed within 3 hours. Its memory and write-ahead log grow.',
  },
]
