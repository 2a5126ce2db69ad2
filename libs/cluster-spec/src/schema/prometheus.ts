import { z } from 'zod'
import type { PrometheusSpec } from '../spec.ts'
import { relabelActions } from '../prometheus-spec.ts'
import { httpClientFields } from './http-client.ts'
import { bytes, duration, durationOrZero, field, nonEmpty, textOf, url, whole } from './primitives.ts'
import { labelName } from './thanos.ts'
import { statefulFields, switchable } from './workload.ts'

const relabelConfig = z.strictObject({
  action: field(z.enum(relabelActions), 'What is done; replace unless it is said.'),
  sourceLabels: field(z.array(labelName).min(1), 'The labels whose values are joined.'),
  separator: field(z.string().max(100), 'What is between them; ";" unless it is said.'),
  regex: field(nonEmpty, 'The whole of the joined value, or of the name of a label; (.*) unless it is said.'),
  modulus: field(whole(1), 'Of hashmod.'),
  targetLabel: field(nonEmpty, 'The label that gets the result.'),
  replacement: field(z.string().max(4096), 'The result; $1 unless it is said.'),
})

const relabelConfigs = z.array(relabelConfig).min(1)

const remoteWriteName = textOf(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 40, {
  code: 'bad-name',
  expected: 'a name of at most 40 characters from a-z, 0-9 and "-"',
  remedy: 'use lower-case letters, digits and "-", starting and ending with a letter or digit',
})

const headerName = textOf(/^[A-Za-z][-A-Za-z0-9_]*$/, 100, {
  code: 'bad-name',
  expected: 'the name of an HTTP header',
  remedy: 'use letters, digits, "-" and "_": X-Scope-OrgID',
})

/**
 * Prometheus makes room for a whole request in each shard when it starts, and for all exemplars: numbers of another order
 * take all memory before the first sample. Source: storage/remote/queue_manager.go, newQueue; tsdb/exemplar.go
 */
const mostShards = { atOnce: 200, ever: 1000 }

const queueConfig = z.strictObject({
  capacity: field(whole(1, 1_000_000), 'Samples that a shard keeps in memory before it blocks.'),
  minShards: field(whole(1, mostShards.atOnce), 'Requests at a time at least.'),
  maxShards: field(whole(1, mostShards.ever), 'Requests at a time at most.'),
  maxSamplesPerSend: field(whole(1, 50_000), 'Samples of a request at most.'),
  batchSendDeadline: field(duration, 'How long a sample waits for others.'),
  minBackoff: field(duration, 'First wait before a retry.'),
  maxBackoff: field(duration, 'Longest wait before a retry.'),
  retryOnHttp429: field(z.boolean(), 'Whether a request is sent again after the status 429.'),
  sampleAgeLimit: field(durationOrZero, 'The age at which samples are dropped; 0s: never.'),
})

const remoteWrite = z.strictObject({
  name: remoteWriteName.describe('Its name, as in the label remote_name of alerts.'),
  url: url.describe('Where samples are written to.'),
  remoteTimeout: field(duration, 'Longest time of a request; 30s unless it is said.'),
  protobufMessage: field(
    z.enum(['prometheus.WriteRequest', 'io.prometheus.write.v2.Request']),
    'Version 1 or 2 of the protocol; version 1 unless it is said.',
  ),
  headers: field(z.record(headerName, nonEmpty), 'Headers of every request; nothing that is secret.'),
  ...httpClientFields,
  queueConfig: field(queueConfig, 'How samples wait, and how many requests run at a time.'),
  writeRelabelConfigs: field(relabelConfigs, 'Which series are written, and with which labels.'),
  sendExemplars: field(z.boolean(), 'Whether exemplars are written too; they need prometheus.exemplars.'),
  sendNativeHistograms: field(z.boolean(), 'Whether native histograms are written too.'),
})

const attributes = z.array(nonEmpty).min(1)

const otlp = z.strictObject({
  promoteResourceAttributes: field(attributes, 'Attributes of resources that become labels.'),
  promoteAllResourceAttributes: field(z.boolean(), 'Whether all of them do.'),
  ignoreResourceAttributes: field(attributes, 'Those of all that do not.'),
  translationStrategy: field(
    z.enum([
      'UnderscoreEscapingWithSuffixes',
      'UnderscoreEscapingWithoutSuffixes',
      'NoUTF8EscapingWithSuffixes',
      'NoTranslation',
    ]),
    'How names of OpenTelemetry become those of metrics.',
  ),
  keepIdentifyingResourceAttributes: field(z.boolean(), 'Whether target_info has service.name and the like too.'),
  convertHistogramsToNhcb: field(z.boolean(), 'Whether histograms become native ones with their own buckets.'),
  promoteScopeMetadata: field(z.boolean(), 'Whether the name and version of the scope become labels.'),
})

const exemplars = z.strictObject({
  maxExemplars: field(whole(1, 1_000_000), 'Exemplars that are kept in memory, of all series together.'),
})

export const prometheus = z.strictObject({
  ...statefulFields,
  scrapeInterval: field(duration, 'How often targets are read.'),
  evaluationInterval: field(duration, 'How often rules are evaluated.'),
  retention: field(duration, 'How long blocks stay on the volume.'),
  retentionSize: field(bytes.nullable(), 'Bytes after which the oldest blocks are dropped; null: no bound.'),
  kubeletAccess: field(
    z.enum(['direct', 'api-server-proxy']),
    'direct needs serving certificates of the cluster authority; api-server-proxy the permission nodes/proxy.',
  ),
  outOfOrderWindow: field(durationOrZero, 'How late samples may come; 0s: not at all.'),
  remoteWrite: field(z.array(remoteWrite), 'Where samples are written beside Receive.'),
  otlp: field(switchable(otlp), 'Takes metrics by OTLP: true or settings; false or null: it does not.'),
  scrapeNativeHistograms: field(z.boolean(), 'Reads native histograms where targets have them.'),
  alwaysScrapeClassicHistograms: field(
    z.boolean(),
    'Whether jobs of extra.scrapeJobs keep the classic form of native histograms; those of the stack do.',
  ),
  convertClassicHistogramsToNhcb: field(z.boolean(), 'Makes native histograms with their own buckets of classic ones.'),
  exemplars: field(switchable(exemplars), 'Keeps exemplars: true or settings; false or null: none.'),
  metricRelabelConfigs: field(
    z.record(nonEmpty, relabelConfigs),
    'Steps for the series of a job of the stack, after its own, by the name of the job.',
  ),
} satisfies Record<keyof PrometheusSpec, z.ZodType>)
