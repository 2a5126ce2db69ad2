import { z } from 'zod'
import { duration, durationOrZero, field, nonEmpty } from './primitives.ts'
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

export const alertmanager = z.strictObject({
  ...statefulFields,
  retention: field(duration, 'How long silences and the log of notifications are kept.'),
  receivers: field(z.array(receiver).min(1), 'Where notifications go; what is secret is in existing Secrets.'),
  defaultReceiver: field(receiverName, 'Takes alerts that no route takes; default: the first receiver.'),
  routes: field(z.array(route), 'Which alerts go elsewhere, in order.'),
  ...grouping,
  timeIntervals: field(z.array(timeInterval), 'Times that routes name.'),
  inhibitRules: field(z.array(inhibitRule), 'Which alerts mute others, beside critical ones those of lower severity.'),
})
