import { OpsPerSecond, PercentUnit, Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { increase, maxBy, quantileBy, rate, rateShare, stack, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'

const rule = (...more: string[]) => stack('thanos-rule', ...more)
const alertmanager = (...more: string[]) => stack('alertmanager', ...more)

export const ruleSection: AuthoredSection = {
  title: 'Rule',
  component: 'thanos-rule',
  panels: [
    graph({
      title: 'Evaluations that failed',
      unit: PercentUnit,
      description: 'The part of the evaluations of rules that failed, by group.',
      queries: [
        [
          rateShare(
            ['rule_group'],
            ['prometheus_rule_evaluation_failures_total', rule()],
            ['prometheus_rule_evaluations_total', rule()],
          ),
          '{{rule_group}}',
        ],
      ],
    }),
    graph({
      title: 'Time of its interval',
      unit: PercentUnit,
      description: 'How much of its interval a group needs. At 100 % evaluations are skipped.',
      queries: [
        [
          maxBy(
            ['rule_group'],
            `prometheus_rule_group_last_duration_seconds${rule()} / prometheus_rule_group_interval_seconds${rule()}`,
          ),
          '{{rule_group}}',
        ],
      ],
    }),
    graph({
      title: 'Missed evaluations',
      unit: Short,
      description: 'Evaluations of groups skipped within five minutes because the one before took too long.',
      queries: [
        [
          sumBy(['pod', 'rule_group'], increase('prometheus_rule_group_iterations_missed_total', rule())),
          '{{pod}} {{rule_group}}',
        ],
      ],
    }),
    graph({
      title: 'Answers with warnings',
      unit: OpsPerSecond,
      description: 'Evaluations whose query had a warning, so that part of the data may be missing, by strategy.',
      queries: [[sumBy(['strategy'], rate('thanos_rule_evaluation_with_warnings_total', rule())), '{{strategy}}']],
    }),
    graph({
      title: 'Alerts sent',
      unit: OpsPerSecond,
      description: 'Alerts sent to each Alertmanager, and those that did not get there.',
      queries: [
        [sumBy(['alertmanager'], rate('thanos_alert_sender_alerts_sent_total', rule())), '{{alertmanager}}'],
        [sumBy([], rate('thanos_alert_sender_alerts_dropped_total', rule())), 'dropped'],
      ],
    }),
    graph({
      title: 'Alert queue',
      unit: PercentUnit,
      max: 1,
      description: 'The filled part of the queue of alerts. When full, alerts are lost.',
      queries: [[`thanos_alert_queue_length${rule()} / thanos_alert_queue_capacity${rule()}`, '{{pod}}']],
    }),
  ],
}

export const alertmanagerSection: AuthoredSection = {
  title: 'Alertmanager',
  component: 'alertmanager',
  panels: [
    graph({
      title: 'Alerts',
      unit: Short,
      stacked: true,
      description: 'Alerts that the Alertmanagers know, by state (mean of the replicas).',
      queries: [[`avg by (state) (alertmanager_alerts${alertmanager()})`, '{{state}}']],
    }),
    graph({
      title: 'Notifications that failed',
      unit: PercentUnit,
      description: 'The part of the notifications that could not be delivered, by integration.',
      queries: [
        [
          rateShare(
            ['integration'],
            ['alertmanager_notifications_failed_total', alertmanager()],
            ['alertmanager_notifications_total', alertmanager()],
          ),
          '{{integration}}',
        ],
      ],
    }),
    graph({
      title: 'Time to notify',
      unit: Seconds,
      description: 'The time in which 99 of 100 notifications were delivered, by integration.',
      queries: [
        [
          quantileBy(0.99, ['integration'], 'alertmanager_notification_latency_seconds', alertmanager()),
          '{{integration}}',
        ],
      ],
    }),
    graph({
      title: 'Members of the cluster',
      unit: Short,
      description:
        'Members that each Alertmanager sees. Fewer than there are replicas: notifications will be sent twice.',
      // One that is alone has no cluster and no such metric: it counts as a member, by the 1 of its build.
      queries: [
        [
          `alertmanager_cluster_members${alertmanager()} or on (pod) alertmanager_build_info${alertmanager()}`,
          '{{pod}}',
        ],
      ],
    }),
    graph({
      title: 'Silences',
      unit: Short,
      description: 'Active silences that each Alertmanager knows. They must agree.',
      queries: [[`alertmanager_silences${alertmanager('state="active"')}`, '{{pod}}']],
    }),
    graph({
      title: 'Configuration loaded',
      unit: Short,
      max: 1,
      description: '0: the last reload of the configuration failed, the one before is in use.',
      queries: [[`alertmanager_config_last_reload_successful${alertmanager()}`, '{{pod}}']],
    }),
  ],
}
