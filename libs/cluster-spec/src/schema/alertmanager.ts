import { z } from 'zod'
import type { Receiver } from '../spec.ts'
import { exactlyOne } from './one-of.ts'
import { duration, durationOrZero, field, nonEmpty, port, textOf } from './primitives.ts'
import { secretKey } from './secrets.ts'
import { statefulFields } from './workload.ts'

const receiverName = textOf(/^[A-Za-z0-9][-A-Za-z0-9_. ]*$/, 63, {
  code: 'bad-name',
  expected: 'the name of a receiver',
  remedy: 'use letters, digits, "-", "_", "." and spaces',
})

const smarthost = textOf(new RegExp(`^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:${port}$`), 260, {
  code: 'bad-host',
  expected: 'a mail server as host:port',
  remedy: 'write host and port, without a scheme: smtp.example.com:587',
})

const mailAddress = textOf(/^[^\s@]+@[^\s@]+$/, 254, {
  code: 'bad-mail-address',
  expected: 'an email address',
  remedy: 'write name@host',
})

const urlSecret = secretKey('url')

const variants = {
  webhook: z.strictObject({ urlSecret }),
  slack: z.strictObject({ urlSecret, channel: nonEmpty }),
  pagerduty: z.strictObject({ routingKeySecret: secretKey('routing-key') }),
  opsgenie: z.strictObject({ apiKeySecret: secretKey('api-key') }),
  msteams: z.strictObject({ urlSecret }),
  discord: z.strictObject({ urlSecret }),
  telegram: z.strictObject({ tokenSecret: secretKey('token'), chatId: z.int() }),
  email: z.strictObject({
    to: mailAddress,
    from: mailAddress,
    smarthost,
    username: nonEmpty,
    passwordSecret: secretKey('password'),
  }),
}

const receiver = z
  .strictObject({
    name: receiverName,
    webhook: variants.webhook.exactOptional(),
    slack: variants.slack.exactOptional(),
    pagerduty: variants.pagerduty.exactOptional(),
    opsgenie: variants.opsgenie.exactOptional(),
    msteams: variants.msteams.exactOptional(),
    discord: variants.discord.exactOptional(),
    telegram: variants.telegram.exactOptional(),
    email: variants.email.exactOptional(),
  })
  .transform((value, context): Receiver => {
    const { name } = value
    exactlyOne(value, Object.keys(variants), 'a receiver', context, 'missing-key')
    if (value.webhook !== undefined) return { name, webhook: value.webhook }
    if (value.slack !== undefined) return { name, slack: value.slack }
    if (value.pagerduty !== undefined) return { name, pagerduty: value.pagerduty }
    if (value.opsgenie !== undefined) return { name, opsgenie: value.opsgenie }
    if (value.msteams !== undefined) return { name, msteams: value.msteams }
    if (value.discord !== undefined) return { name, discord: value.discord }
    if (value.telegram !== undefined) return { name, telegram: value.telegram }
    if (value.email !== undefined) return { name, email: value.email }
    return z.NEVER
  })
  .meta({ minProperties: 2, maxProperties: 2 })

const route = z.strictObject({
  receiver: receiverName,
  matchers: z.array(nonEmpty).min(1).describe('As `severity="critical"`.'),
  continue: z.boolean().default(false),
})

export const alertmanager = z.strictObject({
  ...statefulFields,
  retention: field(duration, 'How long silences and the log of notifications are kept.'),
  receivers: field(z.array(receiver).min(1), 'Where notifications go; what is secret is in existing Secrets.'),
  defaultReceiver: field(receiverName, 'Takes alerts that no route takes; default: the first receiver.'),
  routes: field(z.array(route), 'Which alerts go elsewhere, in order.'),
  groupBy: field(z.array(nonEmpty), 'Labels by which alerts become one notification.'),
  groupWait: field(durationOrZero, 'Wait before the first notification of a group.'),
  groupInterval: field(duration, 'Wait before a notification of what joined the group.'),
  repeatInterval: field(duration, 'Wait before the same notification again.'),
})
