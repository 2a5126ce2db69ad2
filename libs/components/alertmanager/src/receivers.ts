import { given } from '@thanos-fleet/authoring'
import type { IntegrationName, Integrations, Receiver, SecretKey } from '@thanos-fleet/cluster-spec'
import type { Json } from '@thanos-fleet/kubernetes'

/** Where the Secrets of receivers are mounted, a folder for each. */
export const secretsDirectory = '/etc/alertmanager/secrets'

type Config = { [key: string]: Json }

/** How one kind of integration is written: the key of its list, its Secret if it has one, and all its settings. */
interface Kind<Settings> {
  key: string
  secret(settings: Settings): SecretKey | undefined
  config(settings: Settings): Config
}

/**
 * The integrations as Alertmanager reads them. What is secret is always the path of a file.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings, checked by amtool.
 */
const kinds: { [Name in IntegrationName]: Kind<Integrations[Name]> } = {
  webhook: {
    key: 'webhook_configs',
    secret: ({ urlSecret }) => urlSecret,
    config: ({ urlSecret }) => ({ url_file: file(urlSecret) }),
  },
  slack: {
    key: 'slack_configs',
    secret: ({ urlSecret }) => urlSecret,
    config: ({ urlSecret, channel, title, titleLink, text, color }) => ({
      api_url_file: file(urlSecret),
      channel,
      ...given({ title, title_link: titleLink, text, color }),
    }),
  },
  pagerduty: {
    key: 'pagerduty_configs',
    secret: ({ routingKeySecret }) => routingKeySecret,
    config: ({ routingKeySecret, description, severity }) => ({
      routing_key_file: file(routingKeySecret),
      ...given({ description, severity }),
    }),
  },
  opsgenie: {
    key: 'opsgenie_configs',
    secret: ({ apiKeySecret }) => apiKeySecret,
    config: ({ apiKeySecret, message, description, priority }) => ({
      api_key_file: file(apiKeySecret),
      ...given({ message, description, priority }),
    }),
  },
  msteams: {
    key: 'msteamsv2_configs',
    secret: ({ urlSecret }) => urlSecret,
    config: ({ urlSecret, title, text }) => ({ webhook_url_file: file(urlSecret), ...given({ title, text }) }),
  },
  discord: {
    key: 'discord_configs',
    secret: ({ urlSecret }) => urlSecret,
    config: ({ urlSecret, title, message }) => ({ webhook_url_file: file(urlSecret), ...given({ title, message }) }),
  },
  telegram: {
    key: 'telegram_configs',
    secret: ({ tokenSecret }) => tokenSecret,
    config: ({ tokenSecret, chatId, message }) => ({
      bot_token_file: file(tokenSecret),
      chat_id: chatId,
      ...given({ message }),
    }),
  },
  email: {
    key: 'email_configs',
    secret: ({ passwordSecret }) => passwordSecret,
    config: ({ to, from, smarthost, username, passwordSecret, requireTls = true, subject, html, text }) => ({
      to,
      from,
      smarthost,
      ...(username === undefined || passwordSecret === undefined
        ? {}
        : { auth_username: username, auth_password_file: file(passwordSecret) }),
      ...(requireTls ? {} : { require_tls: false }),
      ...(subject === undefined ? {} : { headers: { Subject: subject } }),
      ...given({ html, text }),
    }),
  },
}

/** A receiver as Alertmanager reads it. */
export function receiverConfig(receiver: Receiver): Config {
  return Object.fromEntries([
    ['name', receiver.name],
    ...integrationsOf(receiver).map(({ key, configs }) => [key, configs]),
  ])
}

/** The Secret keys that a receiver needs. */
export function secretsOf(receiver: Receiver): SecretKey[] {
  return integrationsOf(receiver).flatMap(({ secrets }) => secrets)
}

interface WrittenIntegration {
  key: string
  configs: Config[]
  secrets: SecretKey[]
}

function integrationsOf(receiver: Receiver): WrittenIntegration[] {
  return [
    ...written(kinds.webhook, receiver.webhook),
    ...written(kinds.slack, receiver.slack),
    ...written(kinds.pagerduty, receiver.pagerduty),
    ...written(kinds.opsgenie, receiver.opsgenie),
    ...written(kinds.msteams, receiver.msteams),
    ...written(kinds.discord, receiver.discord),
    ...written(kinds.telegram, receiver.telegram),
    ...written(kinds.email, receiver.email),
  ]
}

function written<Settings extends { sendResolved?: boolean }>(
  { key, secret, config }: Kind<Settings>,
  settings: Settings | Settings[] | undefined,
): WrittenIntegration[] {
  if (settings === undefined) return []
  const all = Array.isArray(settings) ? settings : [settings]
  return [
    {
      key,
      configs: all.map((one) => ({ send_resolved: one.sendResolved ?? true, ...config(one) })),
      secrets: all.flatMap((one) => secret(one) ?? []),
    },
  ]
}

function file({ name, key }: SecretKey): string {
  return `${secretsDirectory}/${name}/${key}`
}
