import type { Duration } from '@thanos-fleet/kubernetes'
import type { HttpClient, SecretKey } from './http-client-spec.ts'

/** Alertmanagers that others run. Each gets every alert, as those of one cluster want it. */
export interface ExternalAlertmanagers extends HttpClient {
  /** Each as `host:port`, or `dnssrv+` and the name of an SRV record that names them all. */
  addresses: string[]
  scheme: 'http' | 'https'
  /** What is before `/api/v2/alerts`. */
  pathPrefix?: string
  timeout?: Duration
}

/** What a notification says: texts of Go's template language, which may use the templates of `extra.alertTemplates`. */
export type Texts<Key extends string> = Partial<Record<Key, string>>

/** Settings of every integration. */
interface Integration {
  /** Whether the end of an alert is notified too; it is unless this says no. */
  sendResolved?: boolean
}

/** Where notifications go, by the name of the service. What is secret is a key of an existing Secret. */
export interface Integrations {
  webhook: Integration & { urlSecret: SecretKey }
  slack: Integration & { urlSecret: SecretKey; channel: string } & Texts<'title' | 'titleLink' | 'text' | 'color'>
  pagerduty: Integration & { routingKeySecret: SecretKey } & Texts<'description' | 'severity'>
  opsgenie: Integration & { apiKeySecret: SecretKey } & Texts<'message' | 'description' | 'priority'>
  msteams: Integration & { urlSecret: SecretKey } & Texts<'title' | 'text'>
  discord: Integration & { urlSecret: SecretKey } & Texts<'title' | 'message'>
  telegram: Integration & { tokenSecret: SecretKey; chatId: number } & Texts<'message'>
  email: Integration & Mail & Texts<'subject' | 'html' | 'text'>
}

interface Mail {
  to: string
  from: string
  smarthost: string
  /** Name and password come together, or the server asks for none. */
  username?: string
  passwordSecret?: SecretKey
  /** Whether mail is only sent after STARTTLS, as it is unless this says no; not for port 465, which is TLS from the start. */
  requireTls?: boolean
}

export type IntegrationName = keyof Integrations

/** A name to which routes lead, and the integrations that it notifies: one or several of each kind. */
export type Receiver = { name: string } & {
  [Name in IntegrationName]?: Integrations[Name] | Integrations[Name][]
}

/** How alerts become notifications; a route has what differs from its parent. */
export interface Grouping {
  groupBy: string[]
  groupWait: Duration
  groupInterval: Duration
  repeatInterval: Duration
}

export interface Route extends Partial<Grouping> {
  receiver: string
  matchers: string[]
  continue: boolean
  /** Names of time intervals in which nobody is notified. */
  muteTimeIntervals?: string[]
  /** Names of time intervals outside of which nobody is notified. */
  activeTimeIntervals?: string[]
}

/** Times that a route names. */
export interface TimeInterval {
  name: string
  /** It is one of these times. */
  intervals: {
    times?: { start: string; end: string }[]
    weekdays?: string[]
    daysOfMonth?: string[]
    months?: string[]
    years?: string[]
    location?: string
  }[]
}

/** While an alert that the first matchers select fires, those that the second select notify nobody. */
export interface InhibitRule {
  sourceMatchers: string[]
  targetMatchers: string[]
  /** Labels that both must have alike. */
  equal: string[]
}

/** What is special about Alertmanager's section. */
export interface AlertmanagerSettings extends Grouping {
  retention: Duration
  receivers: Receiver[]
  /** The receiver of alerts that no route takes. */
  defaultReceiver: string
  routes: Route[]
  timeIntervals: TimeInterval[]
  /** Beside the one of the stack, by which critical alerts mute those of lower severity. */
  inhibitRules: InhibitRule[]
}
