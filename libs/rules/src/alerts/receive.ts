import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { bucketFailures, noUpload, notReady, uploadFailures } from './common.ts'
import { duration, ratio } from '../threshold.ts'

const router = 'thanos-receive-router'
const ingestor = 'thanos-receive-ingestor'

/** Thanos Receive: routers accept remote writes and forward each series to as many ingestors as the replication factor. */
export function receiveAlerts(active: Active): Alert[] {
  return [
    ...about(router, [...routerState, ...writes, ...limits, ...ring, ...ringSizes(active)]),
    ...about(ingestor, [...ingestorState, ...copies(active), ...blocks]),
  ]
}

const routerState: Statement[] = [
  notReady(router, {
    name: 'ThanosReceiveRouterNotReady',
    severity: 'warning',
    impact: 'It has no hashring yet and accepts no writes.',
  }),
]

const writes: Statement[] = [
  {
    name: 'ThanosReceiveErrors',
    severity: 'critical',
    for: '5m',
    thresholds: { errors: ratio(0.05) },
    expr: 'namespace_handler:thanos_receive_request_errors:ratio_rate5m > %{errors}',
    summary: 'Thanos Receive is failing remote writes.',
    description:
      '{{ $value | humanizePercentage }} of the remote writes in {{ $labels.namespace }} fail with a 5xx ' +
      'status. Senders retry and fall behind.',
  },
  {
    name: 'ThanosReceiveSlow',
    severity: 'warning',
    for: '15m',
    thresholds: { latency: duration('10s') },
    expr: 'namespace_handler:thanos_receive_request_duration_seconds:p99_rate5m > %{latency}',
    summary: 'Thanos Receive latency is high.',
    description:
      'The 99th percentile latency of remote writes in {{ $labels.namespace }} is ' +
      '{{ $value | humanizeDuration }}.',
  },
  {
    name: 'ThanosReceiveForwardsFailing',
    severity: 'warning',
    for: '10m',
    thresholds: { failures: ratio(0.1) },
    expr: `
      sum by (namespace, pod) (rate(${series('thanos_receive_forward_requests_total', router, 'result="error"')}[5m]))
      /
      sum by (namespace, pod) (rate(${series('thanos_receive_forward_requests_total', router)}[5m]))
      > %{failures}`,
    summary: 'Receive router {{ $labels.pod }} is failing to forward to ingestors.',
    description:
      '{{ $value | humanizePercentage }} of the requests from {{ $labels.namespace }}/{{ $labels.pod }} ' +
      'to ingestors fail. Replication tolerates a few failures, not many.',
  },
  {
    name: 'ThanosReceiveReplicationFailing',
    severity: 'critical',
    for: '10m',
    thresholds: { failures: ratio(0.05) },
    expr: `
      sum by (namespace, pod) (rate(${series('thanos_receive_replications_total', router, 'result="error"')}[5m]))
      /
      sum by (namespace, pod) (rate(${series('thanos_receive_replications_total', router)}[5m]))
      > %{failures}`,
    summary: 'Receive router {{ $labels.pod }} is failing to reach the write quorum.',
    description:
      '{{ $value | humanizePercentage }} of the replications of {{ $labels.namespace }}/{{ $labels.pod }} ' +
      'fail: series are stored on fewer ingestors than configured.',
  },
  {
    name: 'ThanosReceiveConflicts',
    severity: 'warning',
    for: '15m',
    thresholds: { conflicts: ratio(0.05) },
    expr: `
      sum by (namespace, tenant) (rate(${series('http_requests_total', router, 'handler="receive"', 'code="409"')}[5m]))
      /
      sum by (namespace, tenant) (rate(${series('http_requests_total', router, 'handler="receive"')}[5m]))
      > %{conflicts}`,
    summary: 'Samples of tenant {{ $labels.tenant }} are rejected as conflicting.',
    description:
      '{{ $value | humanizePercentage }} of the remote writes of tenant {{ $labels.tenant }} are rejected ' +
      'with status 409: the samples are out of order, too old or duplicates, and are dropped.',
  },
]

const limits: Statement[] = [
  {
    name: 'ThanosReceiveTenantLimited',
    severity: 'warning',
    for: '5m',
    expr: `sum by (namespace, tenant, limit) (increase(${series('thanos_receive_write_limits_hit_count', router)}[5m])) > 0`,
    summary: 'Tenant {{ $labels.tenant }} exceeds its remote write request limits.',
    description:
      '{{ $value | humanize }} remote writes of tenant {{ $labels.tenant }} have exceeded the ' +
      '{{ $labels.limit }} limit in the last 5 minutes and were rejected.',
  },
  {
    name: 'ThanosReceiveHeadSeriesLimited',
    severity: 'warning',
    for: '5m',
    expr: `sum by (namespace, tenant) (increase(${series('thanos_receive_head_series_limited_requests_total', router)}[5m])) > 0`,
    summary: 'Tenant {{ $labels.tenant }} has reached its active series limit.',
    description:
      '{{ $value | humanize }} remote writes of tenant {{ $labels.tenant }} have been rejected in the ' +
      'last 5 minutes because its active series limit is reached.',
  },
  {
    name: 'ThanosReceiveLimitsBlind',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${series('thanos_receive_metamonitoring_failed_queries_total', router)}[5m])) > 0`,
    summary: 'Receive router {{ $labels.pod }} cannot enforce active series limits.',
    description:
      '{{ $value | humanize }} meta-monitoring queries of {{ $labels.namespace }}/{{ $labels.pod }} for ' +
      'active series have failed in the last 5 minutes; limits are not enforced.',
  },
]

const ring: Statement[] = [
  {
    name: 'ThanosReceiveHashringReloadFailed',
    severity: 'critical',
    for: '10m',
    // Reread every 30 s. The gauge for the success of the last read stays at 1, see pkg/receive/config.go.
    expr: `sum by (namespace, pod) (increase(${series('thanos_receive_hashrings_file_errors_total', router)}[5m])) > 0`,
    summary: 'Receive router {{ $labels.pod }}: hashring reload failed.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} could not load its new hashring file and has been ' +
      'running with the previous hashring for 10 minutes.',
  },
  {
    name: 'ThanosReceiveRoutersDisagree',
    severity: 'critical',
    for: '15m',
    expr: `count by (namespace) (count_values by (namespace) ("hash", ${series('thanos_receive_config_hash', router)})) > 1`,
    summary: 'Receive routers use different hashrings.',
    description:
      'The routers in {{ $labels.namespace }} have been using {{ $value }} different hashrings for 15 ' +
      'minutes: the same series goes to different ingestors, depending on the router.',
  },
]

function ringSizes({ hashrings = {} }: Active): Statement[] {
  return Object.entries(hashrings).map(([name, size]): Statement => ({
    name: 'ThanosReceiveHashringSizeWrong',
    severity: 'warning',
    for: '15m',
    labels: { hashring: name },
    expr: `${series('thanos_receive_hashring_nodes', router, `name="${name}"`)} != ${size}`,
    summary: `Receive router {{ $labels.pod }}: hashring ${name} has an unexpected size.`,
    description:
      `Hashring ${name} in {{ $labels.namespace }}/{{ $labels.pod }} has {{ $value }} endpoints, ${size} ` +
      'expected.',
  }))
}

const ingestorState: Statement[] = [
  notReady(ingestor, {
    name: 'ThanosReceiveIngestorNotReady',
    severity: 'warning',
    impact: 'It is replaying its write-ahead log, or cannot open its TSDB.',
  }),
]

/** Writes need a quorum of a series' copies: one of two, otherwise more than half. */
function copies({ replicationFactor, hashrings }: Active): Statement[] {
  const quorum = replicationFactor === 2 ? 1 : Math.floor(replicationFactor / 2) + 1
  const spare = replicationFactor - quorum
  const ingestors = Object.values(hashrings ?? {}).reduce((sum, size) => sum + size, 0)
  return [
    {
      name: 'ThanosReceiveTooFewIngestors',
      severity: 'warning',
      for: '10m',
      expr: `count(${series('up', ingestor)} == 1) < ${replicationFactor}`,
      summary: 'Fewer Receive ingestors are up than the replication factor.',
      description:
        'Only {{ $value }} ingestors have been up for the last 10 minutes: new samples have fewer than ' +
        `the ${replicationFactor} configured copies.`,
    },
    ...(ingestors === 0
      ? []
      : [
          {
            name: 'ThanosReceiveQuorumLost',
            severity: 'critical' as const,
            for: '2m',
            expr: `${ingestors} - (sum(${series('up', ingestor)}) or vector(0)) > ${spare}`,
            summary: 'Too many Receive ingestors are down: write quorum lost.',
            description:
              `{{ $value }} of ${ingestors} ingestors are down; a replication factor of ${replicationFactor} ` +
              `tolerates only ${spare}. Writes for series on them fail.`,
          },
        ]),
  ]
}

const blocks: Statement[] = [
  bucketFailures(ingestor, {
    name: 'ThanosReceiveBucketOperationsFailing',
    severity: 'critical',
    impact: 'Blocks stay on its volume until its retention deletes them.',
  }),
  uploadFailures(ingestor, {
    name: 'ThanosReceiveUploadsFailing',
    severity: 'critical',
    impact: 'Blocks not uploaded before its retention deletes them are lost.',
  }),
  noUpload(ingestor, {
    name: 'ThanosReceiveNoUploads',
    severity: 'critical',
    impact: 'Blocks not uploaded before its retention deletes them are lost.',
  }),
  {
    name: 'ThanosReceiveCompactionFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod, tenant) (increase(${series('prometheus_tsdb_compactions_failed_total', ingestor)}[3h])) > 0`,
    summary: 'Receive ingestor {{ $labels.pod }}: TSDB compactions are failing.',
    description:
      '{{ $value | humanize }} compactions for tenant {{ $labels.tenant }} in ' +
      '{{ $labels.namespace }}/{{ $labels.pod }} have failed in the last 3 hours. The WAL and memory usage grow, ' +
      'and no new block can be uploaded.',
  },
]
