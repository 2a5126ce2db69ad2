import type { Alert } from '../alert.ts'
import { ratio, series } from '../jobs.ts'

const router = (metric: string, ...matchers: string[]) => series(metric, 'thanos-receive-router', ...matchers)
const ingestor = (metric: string, ...matchers: string[]) => series(metric, 'thanos-receive-ingestor', ...matchers)

export const receiveAlerts: Alert[] = [
  {
    name: 'ThanosReceiveErrors', about: 'thanos-receive-router', severity: 'critical', for: '10m',
    expr: `${ratio(router('http_requests_total', 'code=~"5.."', 'handler="receive"'), router('http_requests_total', 'handler="receive"'), 'namespace')} > 0.05`,
    summary: 'Remote writes fail.',
    description: '{{ $value | humanizePercentage }} of the remote writes end with an error of the server. Senders try again for about two hours.',
  },
  {
    name: 'ThanosReceiveSlow', about: 'thanos-receive-router', severity: 'warning', for: '15m',
    expr: `histogram_quantile(0.99, sum by (le) (rate(${router('http_request_duration_seconds_bucket', 'handler="receive"')}[5m]))) > 10`,
    summary: 'Remote writes are slow.',
    description: 'One in a hundred remote writes takes longer than {{ printf "%.0f" $value }} s.',
  },
  {
    name: 'ThanosReceiveForwardsFailing', about: 'thanos-receive-router', severity: 'warning', for: '10m',
    expr: `${ratio(router('thanos_receive_forward_requests_total', 'result="error"'), router('thanos_receive_forward_requests_total'), 'pod')} > 0.05`,
    summary: 'Routers cannot reach ingestors.',
    description: '{{ $value | humanizePercentage }} of what {{ $labels.pod }} forwards fails. With enough copies nothing is lost yet.',
  },
  {
    name: 'ThanosReceiveReplicationFailing', about: 'thanos-receive-router', severity: 'critical', for: '10m',
    expr: `${ratio(router('thanos_receive_replications_total', 'result="error"'), router('thanos_receive_replications_total'), 'pod')} > 0.05`,
    summary: 'Writes do not reach their quorum.',
    description: '{{ $value | humanizePercentage }} of the writes through {{ $labels.pod }} were stored by too few ingestors.',
  },
  {
    name: 'ThanosReceiveHashringReloadFailed', about: 'thanos-receive-router', severity: 'critical', for: '5m',
    expr: `${router('thanos_receive_config_last_reload_successful')} == 0`,
    summary: 'A router refuses its hashring file.',
    description: '{{ $labels.pod }} runs on with the ring it had; routers that disagree write series to different ingestors.',
  },
  {
    name: 'ThanosReceiveRoutersDisagree', about: 'thanos-receive-router', severity: 'critical', for: '15m',
    expr: `max(${router('thanos_receive_config_hash')}) != min(${router('thanos_receive_config_hash')})`,
    summary: 'Routers have different hashrings.',
    description: 'Routers have used different ring files for 15 minutes: the same series goes to different ingestors.',
  },
  {
    name: 'ThanosReceiveTooFewIngestors', about: 'thanos-receive-ingestor', severity: 'critical', for: '10m',
    expr: active => `count(${ingestor('up')} == 1) < ${active.replicationFactor}`,
    summary: 'There are fewer ingestors than copies.',
    description: 'Only {{ printf "%.0f" $value }} ingestors answer: new samples have fewer copies than asked for.',
  },
  {
    name: 'ThanosReceiveUploadsFailing', about: 'thanos-receive-ingestor', severity: 'critical', for: '15m',
    expr: `increase(${ingestor('thanos_shipper_upload_failures_total')}[15m]) > 0`,
    summary: 'An ingestor cannot upload blocks.',
    description: '{{ $labels.pod }} failed {{ printf "%.0f" $value }} uploads in 15 minutes; what is not uploaded before the local retention ends is lost.',
  },
  {
    name: 'ThanosReceiveNoUploads', about: 'thanos-receive-ingestor', severity: 'critical', for: '30m',
    expr: `sum by (pod) (increase(${ingestor('thanos_shipper_uploads_total')}[5h])) == 0 and on (pod) (time() - ${ingestor('process_start_time_seconds')} > 5 * 3600)`,
    summary: 'An ingestor has uploaded nothing for five hours.',
    description: 'Ingestors cut a block every 2 hours, but {{ $labels.pod }} has uploaded none for 5.',
  },
  {
    name: 'ThanosReceiveTenantLimited', about: 'thanos-receive-router', severity: 'warning', for: '15m',
    expr: `sum by (tenant) (rate(${router('http_requests_total', 'code=~"413|429"', 'handler="receive"')}[5m])) > 0`,
    summary: 'A tenant sends more than it may.',
    description: 'Tenant {{ $labels.tenant }} is refused {{ printf "%.2f" $value }} requests per second by its limits.',
  },
]
