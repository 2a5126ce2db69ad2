import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { bucketFailures, noUpload, notReady, uploadFailures } from './common.ts'

const job = 'thanos-rule'
const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'thanos-rule', ...matchers)

/** Thanos Rule: evaluates what needs the data of several Prometheus. One that writes its results remotely has no bucket. */
export function ruleAlerts(): Alert[] {
  return about(job, [
    notReady(job, { name: 'ThanosRuleNotReady', severity: 'warning', impact: 'Its results are missing in queries.' }),
    ...evaluation, ...sending.map((statement): Statement => ({ ...statement, needs: ['alertmanager'] })), ...storing,
  ])
}

const evaluation: Statement[] = [
  {
    name: 'ThanosRuleFailures', severity: 'critical', for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_evaluation_failures_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} cannot evaluate rules.',
    description: '{{ $value | humanize }} evaluations of {{ $labels.rule_group }} by '
      + '{{ $labels.namespace }}/{{ $labels.pod }} failed within 5 minutes. Alerts of the group do not fire.',
  },
  {
    name: 'ThanosRulePartialAnswers', severity: 'info', for: '15m',
    expr: `sum by (namespace, pod, strategy) (increase(${of('thanos_rule_evaluation_with_warnings_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} evaluates over partial data.',
    description: '{{ $value | humanize }} evaluations of {{ $labels.namespace }}/{{ $labels.pod }} ended with '
      + 'warnings within 5 minutes: some StoreAPI did not answer.',
  },
  {
    name: 'ThanosRuleSlow', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod, rule_group) (increase(${of('prometheus_rule_group_iterations_missed_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} skips evaluations.',
    description: 'The group {{ $labels.rule_group }} missed {{ $value | humanize }} evaluations within 5 minutes '
      + 'since the one before had not ended.',
  },
  {
    name: 'ThanosRuleConfigReloadFailed', severity: 'warning', for: '10m',
    expr: `${of('thanos_rule_config_last_reload_successful')} == 0`,
    summary: 'Thanos Rule {{ $labels.pod }} refuses its rules.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} goes on with old rules since it could not load the new '
      + 'ones.',
  },
  {
    name: 'ThanosRuleNoQuery', severity: 'critical', for: '10m',
    expr: `sum by (namespace, pod) (${of('thanos_rule_query_apis_dns_provider_results')}) == 0`,
    summary: 'Thanos Rule {{ $labels.pod }} finds no Thanos Query.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has resolved no address of Thanos Query for 10 minutes '
      + 'and can evaluate nothing.',
  },
]

const sending: Statement[] = [
  {
    name: 'ThanosRuleNoAlertmanager', severity: 'critical', for: '10m',
    expr: `sum by (namespace, pod) (${of('thanos_rule_alertmanagers_dns_provider_results')}) == 0`,
    summary: 'Thanos Rule {{ $labels.pod }} finds no Alertmanager.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has resolved no Alertmanager for 10 minutes: its '
      + 'alerts reach nobody.',
  },
  {
    name: 'ThanosRuleQueueDropsAlerts', severity: 'critical', for: '5m',
    expr: `sum by (namespace, pod) (rate(${of('thanos_alert_queue_alerts_dropped_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} has more alerts than its queue holds.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} alerts per second '
      + 'before it has tried to send them.',
  },
  {
    name: 'ThanosRuleAlertsNotSent', severity: 'critical', for: '5m',
    expr: `sum by (namespace, pod) (rate(${of('thanos_alert_sender_alerts_dropped_total')}[5m])) > 0`,
    summary: 'Alerts of Thanos Rule {{ $labels.pod }} reach no Alertmanager.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} drops {{ printf "%.2f" $value }} alerts per second '
      + 'since every Alertmanager refused them.',
  },
  {
    name: 'ThanosRuleSenderFailing', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod, alertmanager) (rate(${of('thanos_alert_sender_errors_total')}[5m])) > 0`,
    summary: 'Thanos Rule {{ $labels.pod }} cannot send alerts to an Alertmanager.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} fails {{ printf "%.2f" $value }} times per second to '
      + 'send to {{ $labels.alertmanager }}.',
  },
]

const storing: Statement[] = [
  bucketFailures(job, {
    name: 'ThanosRuleBucketOperationsFailing', severity: 'warning',
    impact: 'Results of rules wait on its disk.',
  }),
  uploadFailures(job, {
    name: 'ThanosRuleUploadsFailing', severity: 'warning',
    impact: 'Results of rules are lost when its retention ends.',
  }),
  noUpload(job, {
    name: 'ThanosRuleNoUploads', severity: 'warning',
    impact: 'Results of rules are lost when its retention ends.',
  }),
]
