import { z } from 'zod'
import { bearerClientFields } from './http-client.ts'
import { duration, durationOrZero, field, nonEmpty, port, textOf } from './primitives.ts'
import { receiver, receiverName } from './receivers.ts'
import { timeInterval } from './time-intervals.ts'
import { statefulFields } from './workload.ts'

const matchers = z.array(nonEmpty).min(1).describe('As `severity="critical"`.')

const grouping = {
  groupBy: field(z.array(nonEmpty), 'Labels by which alerts become one notification.'),
  groupWait: field(durationOrZero, 'Wait before the first notification of a group.'),
  groupInterval: field(duration, 'Wait before a notification of what joined the group.'),
  repeatInterval: field(duration, 'Wait before the same notification again.'),
}

const route = z.strictObject({
  receiver: receiverName,
  matchers,
  continue: z.boolean().default(false),
  ...grouping,
  muteTimeIntervals: field(z.array(nonEmpty).min(1), 'Time intervals in which nobody is notified.'),
  activeTimeIntervals: field(z.array(nonEmpty).min(1), 'Time intervals outside of which nobody is notified.'),
})

const inhibitRule = z.strictObject({
  sourceMatchers: matchers,
  targetMatchers: matchers,
  equal: z.array(nonEmpty).default([]).describe('Labels that both alerts must have alike.'),
})

const address = textOf(
  new RegExp(`^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:${port}|dnssrv[+][A-Za-z0-9_]([-A-Za-z0-9_.]*[A-Za-z0-9])?)$`),
  300,
  {
    code: 'bad-host',
    expected: 'an address of Alertmanager',
    remedy: 'write host:port without a scheme, or dnssrv+_http._tcp.name: alertmanager.example.com:9093',
  },
)

const pathPrefix = textOf(/^(\/[-A-Za-z0-9_.~]+)+$/, 500, {
  code: 'bad-path',
  expected: 'an absolute path without a trailing slash',
  remedy: 'write what is before /api/v2/alerts: /alertmanager',
})

const external = z.strictObject({
  addresses: z.array(address).min(1).describe('Each as host:port, or dnssrv+ and the name of an SRV record.'),
  scheme: z.enum(['http', 'https']).default('http').describe('How they are spoken to.'),
  pathPrefix: field(pathPrefix, 'What is before /api/v2/alerts.'),
  timeout: field(duration, 'Longest time of a request; 10s unless it is said.'),
  ...bearerClientFields,
})

export const alertmanager = z.strictObject({
  external: field(external, 'Alertmanagers that others run, which get all alerts; there is none here then.'),
  ...statefulFields,
  retention: field(duration, 'How long silences and the log of notifications are kept.'),
  receivers: field(z.array(receiver).min(1), 'Where notifications go; what is secret is in existing Secrets.'),
  defaultReceiver: field(receiverName, 'Takes alerts that no route takes; default: the first receiver.'),
  routes: field(z.array(route), 'Which alerts go elsewhere, in order.'),
  ...grouping,
  timeIntervals: field(z.array(timeInterval), 'Times that routes name.'),
  inhibitRules: field(z.array(inhibitRule), 'Which alerts mute others, beside critical ones those of lower severity.'),
})
