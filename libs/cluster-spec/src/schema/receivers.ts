import { z } from 'zod'
import type { Receiver } from '../spec.ts'
import { atLeastOne } from './one-of.ts'
import { field, host, isAddress, nonEmpty, port, textOf } from './primitives.ts'
import { secretKey } from './secrets.ts'

export const receiverName = textOf(/^[A-Za-z0-9][-A-Za-z0-9_. ]*$/, 63, {
  code: 'bad-name',
  expected: 'the name of a receiver',
  remedy: 'use letters, digits, "-", "_", "." and spaces',
})

const smarthost = textOf(
  new RegExp(`^${host}:${port}$`),
  260,
  {
    code: 'bad-host',
    expected: 'a mail server as host:port',
    remedy: 'write host and port, without a scheme: smtp.example.com:587',
  },
  isAddress,
)

const mailAddress = textOf(/^[^\s@]+@[^\s@]+$/, 254, {
  code: 'bad-mail-address',
  expected: 'an email address',
  remedy: 'write name@host',
})

/** A text of Go's template language. */
const template = z.string().min(1).max(8192)

const urlSecret = secretKey('url')
const ofAll = { sendResolved: field(z.boolean(), 'Whether the end of an alert is notified too; default: true.') }

const slack = z.strictObject({
  ...ofAll,
  urlSecret,
  channel: nonEmpty,
  title: field(template, 'The title, as a template.'),
  titleLink: field(template, 'Where the title leads to.'),
  text: field(template, 'The text, as a template.'),
  color: field(template, 'The colour at its side.'),
})

const email = z.strictObject({
  ...ofAll,
  to: mailAddress,
  from: mailAddress,
  smarthost,
  username: field(nonEmpty, 'The login; without it and a password the server is used without one.'),
  passwordSecret: secretKey('password').exactOptional(),
  requireTls: field(z.boolean(), 'Whether mail is only sent after STARTTLS; default: true. false for port 465.'),
  subject: field(template, 'The subject, as a template.'),
  html: field(template, 'The body as HTML.'),
  text: field(template, 'The body as plain text.'),
})

const variants = {
  webhook: z.strictObject({ ...ofAll, urlSecret }),
  slack,
  pagerduty: z.strictObject({
    ...ofAll,
    routingKeySecret: secretKey('routing-key'),
    description: field(template, 'The summary of the incident.'),
    severity: field(template, 'critical, error, warning or info.'),
  }),
  opsgenie: z.strictObject({
    ...ofAll,
    apiKeySecret: secretKey('api-key'),
    message: field(template, 'The title.'),
    description: field(template, 'The description.'),
    priority: field(template, 'P1 to P5.'),
  }),
  msteams: z.strictObject({
    ...ofAll,
    urlSecret,
    title: field(template, 'The title, as a template.'),
    text: field(template, 'The text, as a template.'),
  }),
  discord: z.strictObject({
    ...ofAll,
    urlSecret,
    title: field(template, 'The title, as a template.'),
    message: field(template, 'The text, as a template.'),
  }),
  telegram: z.strictObject({
    ...ofAll,
    tokenSecret: secretKey('token'),
    chatId: z.int(),
    message: field(template, 'The text, as a template.'),
  }),
  email,
}

/** An integration, or several of its kind. */
function oneOrMore<T extends z.ZodType>(schema: T) {
  return z.union([schema, z.array(schema).min(1)]).exactOptional()
}

export const receiver = z
  .strictObject({
    name: receiverName,
    webhook: oneOrMore(variants.webhook),
    slack: oneOrMore(variants.slack),
    pagerduty: oneOrMore(variants.pagerduty),
    opsgenie: oneOrMore(variants.opsgenie),
    msteams: oneOrMore(variants.msteams),
    discord: oneOrMore(variants.discord),
    telegram: oneOrMore(variants.telegram),
    email: oneOrMore(variants.email),
  })
  .transform((value, context): Receiver => {
    atLeastOne(value, Object.keys(variants), 'a receiver', context)
    return value
  })
  .meta({ minProperties: 2 })
