import type { Receiver, SecretKey } from '@thanos-fleet/cluster-spec'
import type { Json } from '@thanos-fleet/kubernetes'

/** Where the Secrets of receivers are mounted, a folder for each. */
export const secretsDirectory = '/etc/alertmanager/secrets'

type Config = { [key: string]: Json }

/**
 * A receiver as Alertmanager reads it. What is secret is always the path of a file.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings, checked by amtool.
 */
export function receiverConfig(receiver: Receiver): Config {
  return { name: receiver.name, ...integration(receiver) }
}

function integration(receiver: Receiver): Config {
  const resolved = { send_resolved: true }
  if ('webhook' in receiver) return { webhook_configs: [{ ...resolved, url_file: file(receiver.webhook.urlSecret) }] }
  if ('slack' in receiver) {
    return {
      slack_configs: [{ ...resolved, api_url_file: file(receiver.slack.urlSecret), channel: receiver.slack.channel }],
    }
  }
  if ('pagerduty' in receiver) {
    return { pagerduty_configs: [{ ...resolved, routing_key_file: file(receiver.pagerduty.routingKeySecret) }] }
  }
  if ('opsgenie' in receiver)
    return { opsgenie_configs: [{ ...resolved, api_key_file: file(receiver.opsgenie.apiKeySecret) }] }
  if ('msteams' in receiver) {
    return { msteamsv2_configs: [{ ...resolved, webhook_url_file: file(receiver.msteams.urlSecret) }] }
  }
  if ('discord' in receiver)
    return { discord_configs: [{ ...resolved, webhook_url_file: file(receiver.discord.urlSecret) }] }
  if ('telegram' in receiver) {
    const { tokenSecret, chatId } = receiver.telegram
    return { telegram_configs: [{ ...resolved, bot_token_file: file(tokenSecret), chat_id: chatId }] }
  }
  const { to, from, smarthost, username, passwordSecret } = receiver.email
  return {
    email_configs: [
      { ...resolved, to, from, smarthost, auth_username: username, auth_password_file: file(passwordSecret) },
    ],
  }
}

/** The Secret key that a receiver needs. */
export function secretOf(receiver: Receiver): SecretKey {
  if ('webhook' in receiver) return receiver.webhook.urlSecret
  if ('slack' in receiver) return receiver.slack.urlSecret
  if ('pagerduty' in receiver) return receiver.pagerduty.routingKeySecret
  if ('opsgenie' in receiver) return receiver.opsgenie.apiKeySecret
  if ('msteams' in receiver) return receiver.msteams.urlSecret
  if ('discord' in receiver) return receiver.discord.urlSecret
  if ('telegram' in receiver) return receiver.telegram.tokenSecret
  return receiver.email.passwordSecret
}

function file({ name, key }: SecretKey): string {
  return `${secretsDirectory}/${name}/${key}`
}
