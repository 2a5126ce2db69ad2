import type { ActiveParts } from '../active.ts'
import type { Alert, Group } from '../definition.ts'
import { sel } from '../jobs.ts'

const self = sel('prometheus')

/** Prometheus about itself: each replica scrapes all, so those that live report the one that does not. */
export function prometheus(active: ActiveParts): Group[] {
  return [
    { name: 'prometheus', alerts: [replicaMissing(active.prometheusReplicas), ...scraping, ...rules, ...tsdb] },
    ...(active.components.has('alertmanager') ? [{ name: 'prometheus.notifications', alerts: notifications }] : []),
  ]
}

function replicaMissing(replicas: number): Alert {
  return {
    name: 'PrometheusReplicaMissing', severity: 'warning', for: '10m',
    expr: `count(up${self} == 1) < ${replicas}`,
    summary: 'Fewer Prometheus than intended',
    description: `Only {{ $value }} of ${replicas} Prometheus replicas answer. What the others record has no second copy.`,
  }
}

const scraping: Alert[] = [
  {
    name: 'TargetDown', severity: 'warning', for: '15m',
    // Nodes have alerts of their own, which name the node.
    expr: 'count by (namespace, job) (up{job!~"node-exporter|kubelet|cadvisor"} == 0) > 0',
    summary: 'Targets of {{ $labels.job }} cannot be scraped',
    description: '{{ $value }} targets of the job {{ $labels.job }} have not answered for 15 minutes. Alerts about them are blind meanwhile.',
  },
  {
    name: 'PrometheusNotIngesting', severity: 'critical', for: '10m',
    expr: `sum by (namespace, pod) (rate(prometheus_tsdb_head_samples_appended_total${self}[5m])) <= 0`,
    summary: 'Prometheus {{ $labels.pod }} records nothing',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} answers but has appended no sample for 10 minutes.',
  },
  {
    name: 'PrometheusTargetSyncFailing', severity: 'warning', for: '10m',
    expr: `sum by (namespace, pod, scrape_job) (increase(prometheus_target_sync_failed_total${self}[30m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot make targets for {{ $labels.scrape_job }}',
    description: 'The targets of {{ $labels.scrape_job }} failed to synchronise {{ $value | humanize }} times in 30 minutes; new pods are not scraped.',
  },
  {
    name: 'PrometheusDuplicateSamples', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (rate(prometheus_target_scrapes_sample_duplicate_timestamp_total${self}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops duplicate samples',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ $value | humanize }} samples per second that have the timestamp of an earlier sample but another value.',
  },
  {
    name: 'PrometheusOutOfOrderSamples', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (rate(prometheus_target_scrapes_sample_out_of_order_total${self}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops samples out of order',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ $value | humanize }} samples per second that are older than what it already has.',
  },
]

const rules: Alert[] = [
  {
    name: 'PrometheusConfigReloadFailed', severity: 'critical', for: '10m',
    expr: `max_over_time(prometheus_config_last_reload_successful${self}[5m]) == 0`,
    summary: 'Prometheus {{ $labels.pod }} refuses its configuration',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has run with an old configuration for 10 minutes since it could not load the new one.',
  },
  {
    name: 'PrometheusRuleEvaluationFailing', severity: 'critical', for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(prometheus_rule_evaluation_failures_total${self}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot evaluate rules',
    description: '{{ $value | humanize }} evaluations of the group {{ $labels.rule_group }} failed within 5 minutes. Alerts of the group do not fire.',
  },
  {
    name: 'PrometheusRuleGroupTooSlow', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(prometheus_rule_group_iterations_missed_total${self}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} skips evaluations of rules',
    description: 'The group {{ $labels.rule_group }} missed {{ $value | humanize }} evaluations within 5 minutes since the one before had not ended.',
  },
]

const tsdb: Alert[] = [
  {
    name: 'PrometheusCompactionFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(prometheus_tsdb_compactions_failed_total${self}[3h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot write blocks',
    description: '{{ $value | humanize }} compactions of {{ $labels.namespace }}/{{ $labels.pod }} failed within 3 hours. The write-ahead log and memory grow, and nothing new can be uploaded.',
  },
  {
    name: 'PrometheusBlockReloadFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (increase(prometheus_tsdb_reloads_failures_total${self}[3h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} cannot read its blocks',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} failed {{ $value | humanize }} times within 3 hours to load the blocks on its disk.',
  },
  {
    name: 'PrometheusWalCorrupted', severity: 'warning', for: '0m',
    expr: `sum by (namespace, pod) (increase(prometheus_tsdb_wal_corruptions_total${self}[1h])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} has a damaged write-ahead log',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} found {{ $value | humanize }} corruptions of its write-ahead log within the last hour.',
  },
  {
    name: 'PrometheusRetentionCutBySize', severity: 'info', for: '0m',
    expr: `sum by (namespace, pod) (increase(prometheus_tsdb_size_retentions_total${self}[1d])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops blocks before their time',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} dropped blocks {{ $value | humanize }} times within a day since they exceed the size it may keep; its history is shorter than its retention says.',
  },
]

const notifications: Alert[] = [
  {
    name: 'PrometheusNoAlertmanager', severity: 'critical', for: '10m',
    expr: `max_over_time(prometheus_notifications_alertmanagers_discovered${self}[5m]) < 1`,
    summary: 'Prometheus {{ $labels.pod }} knows no Alertmanager',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has discovered no Alertmanager for 10 minutes: its alerts reach nobody.',
  },
  {
    name: 'PrometheusNotificationsFailing', severity: 'warning', for: '15m',
    expr: `
      sum by (namespace, pod, alertmanager) (rate(prometheus_notifications_errors_total${self}[5m]))
      /
      sum by (namespace, pod, alertmanager) (rate(prometheus_notifications_sent_total${self}[5m]))
      > 0.01`,
    summary: 'Prometheus {{ $labels.pod }} cannot send alerts to an Alertmanager',
    description: '{{ $value | humanizePercentage }} of the alerts of {{ $labels.pod }} to {{ $labels.alertmanager }} fail. The other Alertmanagers still get them.',
  },
  {
    name: 'PrometheusNotificationsDropped', severity: 'critical', for: '5m',
    expr: `sum by (namespace, pod) (rate(prometheus_notifications_dropped_total${self}[5m])) > 0`,
    summary: 'Prometheus {{ $labels.pod }} drops alerts',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ $value | humanize }} notifications per second that it could not deliver or queue.',
  },
]
