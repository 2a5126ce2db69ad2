import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { ratio } from '../threshold.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'prometheus', ...matchers)

/** Prometheus monitoring itself: each replica scrapes all of them, so the others report one that is down. */
export function prometheusAlerts(active: Active): Alert[] {
  return [
    // Without an Alertmanager it is never delivered.
    ...about(null, active.notifies ? [watchdog] : []),
    ...about(null, [targetDown]),
    ...about('prometheus', [...replicaMissing(active), ...scraping, ...rules, ...tsdb]),
    ...about('prometheus', active.notifies ? notifications : []),
  ]
}

const watchdog: Statement = {
  name: 'Watchdog',
  severity: 'info',
  for: '0s',
  expr: 'vector(1)',
  summary: 'Alerting pipeline heartbeat.',
  description: 'This alert always fires. Route it to a receiver that raises an alarm when the heartbeat stops.',
}

const targetDown: Statement = {
  name: 'TargetDown',
  severity: 'warning',
  for: '15m',
  // Nodes have their own alerts, which name the node.
  expr: 'count by (namespace, job) (up{job!~"node-exporter|kubelet|cadvisor"} == 0) > 0',
  summary: 'Targets of job {{ $labels.job }} are down.',
  description:
    '{{ $value }} targets of job {{ $labels.job }} have been down for 15 minutes. Alerts based on their ' +
    'metrics may not fire.',
}

function replicaMissing({ prometheusReplicas }: Active): Statement[] {
  return prometheusReplicas === undefined
    ? []
    : [
        {
          name: 'PrometheusReplicaMissing',
          severity: 'warning',
          for: '10m',
          expr: `count(${of('up')} == 1) < ${prometheusReplicas}`,
          summary: 'Prometheus replicas missing.',
          description:
            `Only {{ $value }} of ${prometheusReplicas} Prometheus replicas have been up for the last 10 ` +
            'minutes. The data being recorded has no redundant copy.',
        },
      ]
}

const scraping: Statement[] = [
  {
    name: 'PrometheusNotIngesting',
    severity: 'critical',
    for: '10m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_tsdb_head_samples_appended_total')}[5m])) <= 0`,
    summary: 'Prometheus {{ $labels.pod }} is not ingesting samples.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} is up but has not ingested a sample for 10 minutes.',
  },
  {
    name: 'PrometheusTargetSyncFailing',
    severity: 'warning',
    for: '10m',
    expr: `sum by (namespace, pod, scrape_job) (increase(${of('prometheus_target_sync_failed_total')}[30m])) > 0`,
    summary: 'Service discovery failing for job {{ $labels.scrape_job }} in Prometheus {{ $labels.pod }}.',
    description:
      'Target sync for job {{ $labels.scrape_job }} in {{ $labels.namespace }}/{{ $labels.pod }} has ' +
      'failed {{ $value | humanize }} times in the last 30 minutes; new pods are not scraped.',
  },
  {
    name: 'PrometheusDuplicateTimestamps',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_target_scrapes_sample_duplicate_timestamp_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} is dropping samples with duplicate timestamps.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} samples per second that ' +
      'repeat a timestamp with a different value.',
  },
  {
    name: 'PrometheusOutOfOrderTimestamps',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_target_scrapes_sample_out_of_order_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} is dropping out-of-order samples.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} samples per second that ' +
      'are older than the latest sample of their series.',
  },
]

const rules: Statement[] = [
  {
    name: 'PrometheusConfigReloadFailed',
    severity: 'critical',
    for: '10m',
    expr: `max_over_time(${of('prometheus_config_last_reload_successful')}[5m]) == 0`,
    summary: 'Prometheus {{ $labels.pod }}: configuration reload failed.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} could not load its new configuration and has been ' +
      'running with the previous one for 10 minutes.',
  },
  {
    name: 'PrometheusRuleFailures',
    severity: 'critical',
    for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_evaluation_failures_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} is failing rule evaluations.',
    description:
      '{{ $value | humanize }} evaluations of rule group {{ $labels.rule_group }} in ' +
      '{{ $labels.namespace }}/{{ $labels.pod }} have failed in the last 5 minutes. Alerts of the group do not ' +
      'fire.',
  },
  {
    name: 'PrometheusMissingRuleEvaluations',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_group_iterations_missed_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} is missing rule evaluations.',
    description:
      'Rule group {{ $labels.rule_group }} in {{ $labels.namespace }}/{{ $labels.pod }} has missed ' +
      '{{ $value | humanize }} evaluations in the last 5 minutes because the previous evaluation had not finished.',
  },
]

const tsdb: Statement[] = [
  {
    name: 'PrometheusCompactionsFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_compactions_failed_total')}[3h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }}: TSDB compactions are failing.',
    description:
      '{{ $value | humanize }} compactions in {{ $labels.namespace }}/{{ $labels.pod }} have failed in ' +
      'the last 3 hours. The WAL and memory usage grow, and no new block can be uploaded.',
  },
  {
    name: 'PrometheusReloadsFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_reloads_failures_total')}[3h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} is failing to reload its blocks.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has failed {{ $value | humanize }} times in the last 3 ' +
      'hours to load the blocks on its disk.',
  },
  {
    name: 'PrometheusWalCorrupted',
    severity: 'warning',
    for: '0s',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_wal_corruptions_total')}[1h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }}: WAL corruption detected.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has found {{ $value | humanize }} corruptions in its ' +
      'write-ahead log in the last hour.',
  },
  {
    name: 'PrometheusRetentionCutBySize',
    severity: 'info',
    for: '0s',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_size_retentions_total')}[1d])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} is deleting blocks early (retention.size reached).',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has reached retention.size {{ $value | humanize }} times ' +
      'in the last day and deleted blocks before retention.time; its history is shorter than configured.',
  },
]

const notifications: Statement[] = [
  {
    name: 'PrometheusKnowsNoAlertmanager',
    severity: 'critical',
    for: '10m',
    expr: `max_over_time(${of('prometheus_notifications_alertmanagers_discovered')}[5m]) < 1`,
    summary: 'Prometheus {{ $labels.pod }} has discovered no Alertmanager.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has not discovered an Alertmanager for 10 minutes: its ' +
      'alerts are not delivered.',
  },
  {
    name: 'PrometheusAlertsNotSent',
    severity: 'warning',
    for: '15m',
    thresholds: { errors: ratio(0.01) },
    expr: `
      sum by (namespace, pod, alertmanager) (rate(${of('prometheus_notifications_errors_total')}[5m]))
      /
      sum by (namespace, pod, alertmanager) (rate(${of('prometheus_notifications_sent_total')}[5m]))
      > %{errors}`,
    summary: 'Prometheus {{ $labels.pod }} is failing to send alerts to an Alertmanager.',
    description:
      '{{ $value | humanizePercentage }} of the alerts sent from ' +
      '{{ $labels.namespace }}/{{ $labels.pod }} to {{ $labels.alertmanager }} are failing. The other ' +
      'Alertmanagers still receive them.',
  },
  {
    name: 'PrometheusAlertsDropped',
    severity: 'critical',
    for: '5m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_notifications_dropped_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} is dropping alerts.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} notifications per ' +
      'second that it could neither deliver nor queue.',
  },
]
