import type { Duration } from '@thanos-fleet/kubernetes'
import type { HttpClient } from './http-client-spec.ts'

/** What prometheus.yaml has beside the stack's own jobs and rules, in the words of Prometheus. */
export interface PrometheusFileSettings {
  /** How late samples may come; `0s`: not at all. */
  outOfOrderWindow: Duration
  /** Where samples are written beside Receive. */
  remoteWrite: RemoteWrite[]
  /** Takes metrics by OTLP; null: it does not. */
  otlp: Otlp | null
  scrapeNativeHistograms: boolean
  /** Of the jobs of `extra.scrapeJobs`: the stack's own keep their classic histograms, which rules and dashboards read. */
  alwaysScrapeClassicHistograms: boolean
  convertClassicHistogramsToNhcb: boolean
  /** Keeps this many exemplars, on to Receive; null: none. */
  exemplars: { maxExemplars: number } | null
  /** Steps after those of the stack, by the name of a job. */
  metricRelabelConfigs: Record<string, RelabelConfig[]>
}

export interface RemoteWrite extends HttpClient {
  /** As in the label `remote_name` of alerts. */
  name: string
  url: string
  remoteTimeout?: Duration
  protobufMessage?: 'prometheus.WriteRequest' | 'io.prometheus.write.v2.Request'
  headers?: Record<string, string>
  queueConfig?: QueueConfig
  writeRelabelConfigs?: RelabelConfig[]
  sendExemplars?: boolean
  sendNativeHistograms?: boolean
}

export interface QueueConfig {
  capacity?: number
  minShards?: number
  maxShards?: number
  maxSamplesPerSend?: number
  batchSendDeadline?: Duration
  minBackoff?: Duration
  maxBackoff?: Duration
  retryOnHttp429?: boolean
  sampleAgeLimit?: Duration
}

export interface Otlp {
  promoteResourceAttributes?: string[]
  promoteAllResourceAttributes?: boolean
  /** Of all that are promoted. */
  ignoreResourceAttributes?: string[]
  translationStrategy?: TranslationStrategy
  keepIdentifyingResourceAttributes?: boolean
  convertHistogramsToNhcb?: boolean
  promoteScopeMetadata?: boolean
}

export type TranslationStrategy =
  | 'UnderscoreEscapingWithSuffixes'
  | 'UnderscoreEscapingWithoutSuffixes'
  | 'NoUTF8EscapingWithSuffixes'
  | 'NoTranslation'

export const relabelActions = [
  'replace',
  'keep',
  'drop',
  'keepequal',
  'dropequal',
  'hashmod',
  'lowercase',
  'uppercase',
  'labelmap',
  'labeldrop',
  'labelkeep',
] as const

/** One step. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export interface RelabelConfig {
  action?: (typeof relabelActions)[number]
  sourceLabels?: string[]
  separator?: string
  regex?: string
  modulus?: number
  targetLabel?: string
  replacement?: string
}
