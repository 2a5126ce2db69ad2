import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'prometheus', ...matchers)

/** Prometheus about itself: each replica scrapes all, so those that live report the one that does not. */
export function prometheusAlerts(active: Active): Alert[] {
  return [
    // Without an Alertmanager nobody hears it.
    ...about('alertmanager', [watchdog]),
    ...about(null, [targetDown]),
    ...about('prometheus', [...replicaMissing(active), ...scraping, ...rules, ...tsdb]),
    ...about('alertmanager', notifications),
  ]
}

const watchdog: Statement = {
  name: 'Watchdog', severity: 'info', for: '0s',
  expr: 'vector(1)',
  summary: 'The way of alerts works from end to end.',
  description: 'This alert always fires. Route it to a receiver that complains when it stops hearing it.',
}

const targetDown: Statement = {
  name: 'TargetDown', severity: 'warning', for: '15m',
  // Nodes have alerts of their own, which name the node.
  expr: 'count by (namespace, job) (up{job!~"node-exporter|kubelet|cadvisor"} == 0) > 0',
  summary: 'Targets of {{ $labels.job }} cannot be scraped.',
  description: '{{ $value }} targets of the job {{ $labels.job }} have not answered for 15 minutes. Alerts about '
    + 'them are blind meanwhile.',
}

function replicaMissing({ prometheusReplicas }: Active): Statement[] {
  return prometheusReplicas === undefined ? [] : [{
    name: 'PrometheusReplicaMissing', severity: 'warning', for: '10m',
    expr: `count(${of('up')} == 1) < ${prometheusReplicas}`,
    summary: 'Fewer Prometheus run than intended.',
    description: `Only {{ $value }} of ${prometheusReplicas} Prometheus replicas answer. What the others record `
      + 'has no second copy.',
  }]
}

const scraping: Statement[] = [
  {
    name: 'PrometheusNotIngesting', severity: 'critical', for: '10m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_tsdb_head_samples_appended_total')}[5m])) <= 0`,
    summary: 'Prometheus {{ $labels.pod }} records nothing.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} answers but has appended no sample for 10 minutes.',
  },
  {
    name: 'PrometheusTargetSyncFailing', severity: 'warning', for: '10m',
    expr: `sum by (namespace, pod, scrape_job) (increase(${of('prometheus_target_sync_failed_total')}[30m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot make targets for {{ $labels.scrape_job }}.',
    description: 'The targets of {{ $labels.scrape_job }} failed to synchronise {{ $value | humanize }} times in '
      + '30 minutes; new pods are not scraped.',
  },
  {
    name: 'PrometheusDuplicateTimestamps', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_target_scrapes_sample_duplicate_timestamp_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops duplicate samples.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} samples per second '
      + 'that have the timestamp of an earlier sample but another value.',
  },
  {
    name: 'PrometheusOutOfOrderTimestamps', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_target_scrapes_sample_out_of_order_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops samples out of order.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} samples per second '
      + 'that are older than what it already has.',
  },
]

const rules: Statement[] = [
  {
    name: 'PrometheusConfigReloadFailed', severity: 'critical', for: '10m',
    expr: `max_over_time(${of('prometheus_config_last_reload_successful')}[5m]) == 0`,
    summary: 'Prometheus {{ $labels.pod }} refuses its configuration.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has run with an old configuration for 10 minutes since '
      + 'it could not load the new one.',
  },
  {
    name: 'PrometheusRuleFailures', severity: 'critical', for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_evaluation_failures_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot evaluate rules.',
    description: '{{ $value | humanize }} evaluations of the group {{ $labels.rule_group }} failed within 5 '
      + 'minutes. Alerts of the group do not fire.',
  },
  {
    name: 'PrometheusMissingRuleEvaluations', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_group_iterations_missed_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} skips evaluations of rules.',
    description: 'The group {{ $labels.rule_group }} missed {{ $value | humanize }} evaluations within 5 minutes '
      + 'since the one before had not ended.',
  },
]

const tsdb: Statement[] = [
  {
    name: 'PrometheusCompactionsFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_compactions_failed_total')}[3h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot write blocks.',
    description: '{{ $value | humanize }} compactions of {{ $labels.namespace }}/{{ $labels.pod }} failed within 3 '
      + 'hours. The write-ahead log and memory grow, and nothing new can be uploaded.',
  },
  {
    name: 'PrometheusReloadsFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_reloads_failures_total')}[3h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot read its blocks.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} failed {{ $value | humanize }} times within 3 hours to '
      + 'load the blocks on its disk.',
  },
  {
    name: 'PrometheusWalCorrupted', severity: 'warning', for: '0s',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_wal_corruptions_total')}[1h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} has a damaged write-ahead log.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} found {{ $value | humanize }} corruptions of its '
      + 'write-ahead log within the last hour.',
  },
  {
    name: 'PrometheusRetentionCutBySize', severity: 'info', for: '0s',
    expr: `sum by (namespace, pod) (increase(${of('prometheus_tsdb_size_retentions_total')}[1d])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops blocks before their time.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} dropped blocks {{ $value | humanize }} times within a '
      + 'day since they exceed the size it may keep; its history is shorter than its retention says.',
  },
]

const notifications: Statement[] = [
  {
    name: 'PrometheusKnowsNoAlertmanager', severity: 'critical', for: '10m',
    expr: `max_over_time(${of('prometheus_notifications_alertmanagers_discovered')}[5m]) < 1`,
    summary: 'Prometheus {{ $labels.pod }} knows no Alertmanager.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has discovered no Alertmanager for 10 minutes: its '
      + 'alerts reach nobody.',
  },
  {
    name: 'PrometheusAlertsNotSent', severity: 'warning', for: '15m',
    expr: `
      sum by (namespace, pod, alertmanager) (rate(${of('prometheus_notifications_errors_total')}[5m]))
      /
      sum by (namespace, pod, alertmanager) (rate(${of('prometheus_notifications_sent_total')}[5m]))
      > 0.01`,
    summary: 'Prometheus {{ $labels.pod }} cannot send alerts to an Alertmanager.',
    description: '{{ $value | humanizePercentage }} of the alerts of {{ $labels.pod }} to '
      + '{{ $labels.alertmanager }} fail. The other Alertmanagers still get them.',
  },
  {
    name: 'PrometheusAlertsDropped', severity: 'critical', for: '5m',
    expr: `sum by (namespace, pod) (rate(${of('prometheus_notifications_dropped_total')}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops alerts.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} notifications per '
      + 'second that it could not deliver or queue.',
  },
]
