import type { Alert } from '../alert.ts'
import { series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'prometheus', ...matchers)

export const prometheusAlerts: Alert[] = [
  {
    name: 'Watchdog', about: null, severity: 'info', for: '0s', expr: 'vector(1)',
    summary: 'The way of alerts works from end to end.',
    description: 'This alert always fires. Route it to a receiver that complains when it stops hearing it.',
  },
  {
    name: 'TargetDown', about: null, severity: 'warning', for: '10m',
    expr: '100 * count by (job, namespace) (up == 0) / count by (job, namespace) (up) > 10',
    summary: 'More than a tenth of the targets of a job cannot be scraped.',
    description: '{{ printf "%.0f" $value }}% of the targets of job {{ $labels.job }} in {{ $labels.namespace }} have not answered for 10 minutes.',
  },
  {
    name: 'PrometheusConfigReloadFailed', about: 'prometheus', severity: 'warning', for: '10m',
    expr: `max_over_time(${of('prometheus_config_last_reload_successful')}[5m]) == 0`,
    summary: 'Prometheus refuses its configuration.',
    description: '{{ $labels.pod }} runs on with the configuration it had: the one in its ConfigMap is not valid.',
  },
  {
    name: 'PrometheusNotIngesting', about: 'prometheus', severity: 'critical', for: '10m',
    expr: `sum without (type) (rate(${of('prometheus_tsdb_head_samples_appended_total')}[5m])) <= 0 and on (instance) (${of('prometheus_target_scrape_pools_total')} > 0)`,
    summary: 'Prometheus stores no samples.',
    description: '{{ $labels.pod }} has appended no sample for 10 minutes although it has targets.',
  },
  {
    name: 'PrometheusRuleFailures', about: 'prometheus', severity: 'critical', for: '15m',
    expr: `increase(${of('prometheus_rule_evaluation_failures_total')}[5m]) > 0`,
    summary: 'Rules fail to evaluate.',
    description: '{{ $labels.pod }} failed {{ printf "%.0f" $value }} evaluations of group {{ $labels.rule_group }} in 5 minutes.',
  },
  {
    name: 'PrometheusMissingRuleEvaluations', about: 'prometheus', severity: 'warning', for: '15m',
    expr: `increase(${of('prometheus_rule_group_iterations_missed_total')}[5m]) > 0`,
    summary: 'Rules take longer than their interval.',
    description: '{{ $labels.pod }} skipped {{ printf "%.0f" $value }} evaluations of group {{ $labels.rule_group }} in 5 minutes.',
  },
  {
    name: 'PrometheusAlertsNotSent', about: 'prometheus', severity: 'critical', for: '10m',
    expr: `rate(${of('prometheus_notifications_errors_total')}[5m]) / rate(${of('prometheus_notifications_sent_total')}[5m]) > 0.03`,
    summary: 'Prometheus cannot send alerts.',
    description: '{{ printf "%.1f" $value }} of the alerts from {{ $labels.pod }} to {{ $labels.alertmanager }} fail (1 is all of them).',
  },
  {
    name: 'PrometheusKnowsNoAlertmanager', about: 'prometheus', severity: 'critical', for: '10m',
    expr: `max_over_time(${of('prometheus_notifications_alertmanagers_discovered')}[5m]) < 1`,
    summary: 'Prometheus has found no Alertmanager.',
    description: '{{ $labels.pod }} has nobody to send alerts to.',
  },
  {
    name: 'PrometheusCompactionsFailing', about: 'prometheus', severity: 'warning', for: '1h',
    expr: `increase(${of('prometheus_tsdb_compactions_failed_total')}[3h]) > 0`,
    summary: 'Prometheus fails to write blocks.',
    description: '{{ $labels.pod }} had {{ printf "%.0f" $value }} failed compactions in 3 hours; without blocks nothing is uploaded.',
  },
  {
    name: 'PrometheusReloadsFailing', about: 'prometheus', severity: 'warning', for: '1h',
    expr: `increase(${of('prometheus_tsdb_reloads_failures_total')}[3h]) > 0`,
    summary: 'Prometheus fails to load its blocks.',
    description: '{{ $labels.pod }} had {{ printf "%.0f" $value }} failures to load blocks from disk in 3 hours.',
  },
  {
    name: 'PrometheusDuplicateTimestamps', about: 'prometheus', severity: 'warning', for: '10m',
    expr: `rate(${of('prometheus_target_scrapes_sample_duplicate_timestamp_total')}[5m]) > 0`,
    summary: 'Targets send different values for one time.',
    description: '{{ $labels.pod }} drops {{ printf "%.2f" $value }} samples per second because another has the same time.',
  },
  {
    name: 'PrometheusOutOfOrderTimestamps', about: 'prometheus', severity: 'warning', for: '10m',
    expr: `rate(${of('prometheus_target_scrapes_sample_out_of_order_total')}[5m]) > 0`,
    summary: 'Targets send samples out of order.',
    description: '{{ $labels.pod }} drops {{ printf "%.2f" $value }} samples per second because they are older than what it has.',
  },
]

/** Of remote write, where Prometheus sends everything to Receive. */
export const remoteWriteAlerts: Alert[] = [
  {
    name: 'PrometheusRemoteWriteBehind', about: 'thanos-receive-router', severity: 'critical', for: '15m',
    expr: `max_over_time(${of('prometheus_remote_storage_highest_timestamp_in_seconds')}[5m]) - on (instance, pod) group_right () max_over_time(${of('prometheus_remote_storage_queue_highest_sent_timestamp_seconds')}[5m]) > 120`,
    summary: 'Remote write falls behind.',
    description: '{{ $labels.pod }} is {{ printf "%.0f" $value }} s behind with sending to {{ $labels.remote_name }}. After about two hours samples are lost.',
  },
  {
    name: 'PrometheusRemoteWriteFailing', about: 'thanos-receive-router', severity: 'critical', for: '15m',
    expr: `rate(${of('prometheus_remote_storage_samples_failed_total')}[5m]) / rate(${of('prometheus_remote_storage_samples_total')}[5m]) > 0.01`,
    summary: 'Remote write loses samples.',
    description: 'More than 1% of the samples that {{ $labels.pod }} sends to {{ $labels.remote_name }} are refused for good.',
  },
  {
    name: 'PrometheusRemoteWriteShardsAtLimit', about: 'thanos-receive-router', severity: 'warning', for: '15m',
    expr: `${of('prometheus_remote_storage_shards_desired')} > ${of('prometheus_remote_storage_shards_max')}`,
    summary: 'Remote write wants more shards than it may have.',
    description: '{{ $labels.pod }} wants {{ printf "%.0f" $value }} shards towards {{ $labels.remote_name }}: Receive is too slow or the queue too small.',
  },
]
