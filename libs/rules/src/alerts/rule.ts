import type { Alert } from '../alert.ts'
import { ratio, series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'thanos-rule', ...matchers)

export const ruleAlerts: Alert[] = [
  {
    name: 'ThanosRuleFailures', about: 'thanos-rule', severity: 'critical', for: '10m',
    expr: `${ratio(of('prometheus_rule_evaluation_failures_total'), of('prometheus_rule_evaluations_total'), 'pod, rule_group')} > 0.05`,
    summary: 'Rules of Thanos Rule fail.',
    description: '{{ $value | humanizePercentage }} of the evaluations of {{ $labels.rule_group }} on {{ $labels.pod }} fail.',
  },
  {
    name: 'ThanosRuleSlow', about: 'thanos-rule', severity: 'warning', for: '15m',
    expr: `${of('prometheus_rule_group_last_duration_seconds')} > ${of('prometheus_rule_group_interval_seconds')}`,
    summary: 'Rules of Thanos Rule take longer than their interval.',
    description: 'Group {{ $labels.rule_group }} on {{ $labels.pod }} took {{ printf "%.0f" $value }} s the last time.',
  },
  {
    name: 'ThanosRuleNoEvaluations', about: 'thanos-rule', severity: 'critical', for: '10m',
    expr: `sum by (pod) (rate(${of('prometheus_rule_evaluations_total')}[5m])) <= 0 and on (pod) sum by (pod) (${of('thanos_rule_loaded_rules')}) > 0`,
    summary: 'Thanos Rule evaluates nothing.',
    description: '{{ $labels.pod }} has rules but has evaluated none for 10 minutes.',
  },
  {
    name: 'ThanosRuleQueueDropsAlerts', about: 'thanos-rule', severity: 'critical', for: '5m',
    expr: `sum by (pod) (rate(${of('thanos_alert_queue_alerts_dropped_total')}[5m])) > 0`,
    summary: 'Thanos Rule drops alerts.',
    description: '{{ $labels.pod }} drops {{ printf "%.2f" $value }} alerts per second because its queue is full.',
  },
  {
    name: 'ThanosRuleAlertsNotSent', about: 'thanos-rule', severity: 'critical', for: '5m',
    expr: `sum by (pod) (rate(${of('thanos_alert_sender_alerts_dropped_total')}[5m])) > 0`,
    summary: 'Thanos Rule cannot send alerts.',
    description: '{{ $labels.pod }} gave up {{ printf "%.2f" $value }} alerts per second that no Alertmanager took.',
  },
  {
    name: 'ThanosRuleConfigReloadFailed', about: 'thanos-rule', severity: 'warning', for: '5m',
    expr: `${of('thanos_rule_config_last_reload_successful')} == 0`,
    summary: 'Thanos Rule refuses its rules.',
    description: '{{ $labels.pod }} runs on with the rules it had: those in its ConfigMap are not valid.',
  },
  {
    name: 'ThanosRulePartialAnswers', about: 'thanos-rule', severity: 'info', for: '15m',
    expr: `sum by (pod, strategy) (increase(${of('thanos_rule_evaluation_with_warnings_total')}[5m])) > 0`,
    summary: 'Rules were evaluated over incomplete data.',
    description: '{{ printf "%.0f" $value }} evaluations on {{ $labels.pod }} came with warnings in 5 minutes.',
  },
]
