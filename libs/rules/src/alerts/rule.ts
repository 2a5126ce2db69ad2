import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { bucketFailures, noUpload, notReady, uploadFailures } from './common.ts'

const job = 'thanos-rule'
const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'thanos-rule', ...matchers)

/** Thanos Rule: evaluates rules over the data of several Prometheus servers. With remote write it has no bucket. */
export function ruleAlerts({ notifies }: Active): Alert[] {
  return about(job, [
    notReady(job, { name: 'ThanosRuleNotReady', severity: 'warning', impact: 'Its results are missing from queries.' }),
    ...evaluation,
    ...(notifies ? sending : []),
    ...storing,
  ])
}

const evaluation: Statement[] = [
  {
    name: 'ThanosRuleFailures',
    severity: 'critical',
    for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_evaluation_failures_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} is failing rule evaluations.',
    description:
      '{{ $value | humanize }} evaluations of rule group {{ $labels.rule_group }} in ' +
      '{{ $labels.namespace }}/{{ $labels.pod }} have failed in the last 5 minutes. Alerts of the group do not ' +
      'fire.',
  },
  {
    name: 'ThanosRulePartialAnswers',
    severity: 'info',
    for: '15m',
    expr: `sum by (namespace, pod, strategy) (increase(${of('thanos_rule_evaluation_with_warnings_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} is evaluating rules on partial data.',
    description:
      '{{ $value | humanize }} evaluations in {{ $labels.namespace }}/{{ $labels.pod }} have returned ' +
      'warnings in the last 5 minutes: a StoreAPI did not respond.',
  },
  {
    name: 'ThanosRuleSlow',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_group_iterations_missed_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} is missing rule evaluations.',
    description:
      'Rule group {{ $labels.rule_group }} in {{ $labels.namespace }}/{{ $labels.pod }} has missed ' +
      '{{ $value | humanize }} evaluations in the last 5 minutes because the previous evaluation had not finished.',
  },
  {
    name: 'ThanosRuleConfigReloadFailed',
    severity: 'warning',
    for: '10m',
    expr: `${of('thanos_rule_config_last_reload_successful')} == 0`,
    summary: 'Thanos Rule {{ $labels.pod }}: rule reload failed.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} could not load its new rules and has been running with ' +
      'the previous ones for 10 minutes.',
  },
  {
    name: 'ThanosRuleNoQuery',
    severity: 'critical',
    for: '10m',
    expr: `sum by (namespace, pod) (${of('thanos_rule_query_apis_dns_provider_results')}) == 0`,
    summary: 'Thanos Rule {{ $labels.pod }} has no Thanos Query to evaluate against.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has not resolved an address of Thanos Query for 10 ' +
      'minutes: no rule is evaluated.',
  },
]

const sending: Statement[] = [
  {
    name: 'ThanosRuleNoAlertmanager',
    severity: 'critical',
    for: '10m',
    expr: `sum by (namespace, pod) (${of('thanos_rule_alertmanagers_dns_provider_results')}) == 0`,
    summary: 'Thanos Rule {{ $labels.pod }} has discovered no Alertmanager.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has not resolved an Alertmanager for 10 minutes: its ' +
      'alerts are not delivered.',
  },
  {
    name: 'ThanosRuleQueueDropsAlerts',
    severity: 'critical',
    for: '5m',
    expr: `sum by (namespace, pod) (rate(${of('thanos_alert_queue_alerts_dropped_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} is dropping alerts: its queue is full.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} alerts per second from ' +
      'its full queue before trying to send them.',
  },
  {
    name: 'ThanosRuleAlertsNotSent',
    severity: 'critical',
    for: '5m',
    expr: `sum by (namespace, pod) (rate(${of('thanos_alert_sender_alerts_dropped_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} is failing to deliver alerts.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} alerts per second ' +
      'because no Alertmanager accepted them.',
  },
  {
    name: 'ThanosRuleSenderFailing',
    severity: 'warning',
    for: '15m',
    expr: `sum by (namespace, pod, alertmanager) (rate(${of('thanos_alert_sender_errors_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} is failing to send alerts to an Alertmanager.',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has {{ printf "%.2f" $value }} errors per second when ' +
      'sending alerts to {{ $labels.alertmanager }}.',
  },
]

const storing: Statement[] = [
  bucketFailures(job, {
    name: 'ThanosRuleBucketOperationsFailing',
    severity: 'warning',
    impact: 'Rule results stay on its local disk.',
  }),
  uploadFailures(job, {
    name: 'ThanosRuleUploadsFailing',
    severity: 'warning',
    impact: 'Rule results are lost when its local retention ends.',
  }),
  noUpload(job, {
    name: 'ThanosRuleNoUploads',
    severity: 'warning',
    impact: 'Rule results are lost when its local retention ends.',
  }),
]
