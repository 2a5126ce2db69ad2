import {
  call,
  type ClientFiles,
  clientFiles,
  type Context,
  given,
  identityFiles,
  identityMount,
  prometheusClient,
} from '@thanos-fleet/authoring'
import {
  type ClusterSpec,
  hasNativeHistograms,
  type QueueConfig,
  receiveRemoteWrite,
  type RemoteWrite,
} from '@thanos-fleet/cluster-spec'
import type { Json } from '@thanos-fleet/kubernetes'
import { relabelSteps } from './relabel.ts'

type Section = { [key: string]: Json }

const directoryOf = ({ name }: RemoteWrite) => `/etc/prometheus/remote-write/${name}`

/** The way of every sample to Receive, and to whatever else wants them. */
export function remoteWrite(context: Context): Section {
  const all = [...toReceive(context), ...toCentre(context.spec), ...context.spec.prometheus.remoteWrite.map(elsewhere)]
  return all.length === 0 ? {} : { remote_write: all }
}

/** The Secrets and authorities of the ways out. */
export function remoteWriteFiles({ prometheus, links, identity }: ClusterSpec): ClientFiles {
  const shown = identityMount({ identity: links.writesTo === null ? null : identity })
  const each = prometheus.remoteWrite.map((one) => clientFiles(`remote-write-${one.name}`, one, directoryOf(one)))
  return {
    volumes: [...shown.volumes, ...each.flatMap(({ volumes }) => volumes)],
    volumeMounts: [...shown.mounts, ...each.flatMap(({ volumeMounts }) => volumeMounts)],
  }
}

function toReceive(context: Context): Section[] {
  const { prometheus } = context.spec
  if (!context.facts.ways.remoteWrite) return []
  const address = call(context, 'prometheus', 'thanos-receive-router', 'remote write')
  return [
    {
      name: receiveRemoteWrite,
      url: `http://${address}/api/v1/receive`,
      ...toThanos(prometheus, { headers: { 'THANOS-TENANT': context.spec.receive.tenant } }),
      queue_config: {
        capacity: 10_000,
        max_samples_per_send: 2_000,
        max_shards: 50,
        min_backoff: '100ms',
        max_backoff: '10s',
      },
    },
  ]
}

/**
 * The way of every sample to another cluster of the fleet, which takes the tenant from the certificate. What is not sent waits in
 * the write-ahead log for two hours; afterwards all clusters send at once, so each does so with few connections and waits longer
 * between its tries. Source: https://prometheus.io/docs/practices/remote_write/
 */
function toCentre({ links: { writesTo }, identity, prometheus }: ClusterSpec): Section[] {
  if (writesTo === null || identity === null) return []
  const { cert, key, ca } = identityFiles
  return [
    {
      name: receiveRemoteWrite,
      url: `https://${writesTo.host}${writesTo.port === 443 ? '' : `:${writesTo.port}`}/api/v1/receive`,
      ...toThanos(prometheus, {
        tls_config: { cert_file: cert, key_file: key, ...(identity.publicHosts ? {} : { ca_file: ca }) },
      }),
      queue_config: {
        capacity: 10_000,
        max_samples_per_send: 2_000,
        max_shards: 20,
        min_backoff: '100ms',
        max_backoff: '30s',
      },
    },
  ]
}

/** Version 1 of the protocol, the only one Receive speaks (thanos#7935). */
function toThanos(prometheus: ClusterSpec['prometheus'], client: Section): Section {
  return {
    protobuf_message: 'prometheus.WriteRequest',
    remote_timeout: '30s',
    ...client,
    ...(prometheus.exemplars === null ? {} : { send_exemplars: true }),
    // Receive always takes them: cmd/thanos/receive.go of Thanos v0.42.4, tsdb.enable-native-histograms.
    ...(hasNativeHistograms(prometheus) ? { send_native_histograms: true } : {}),
  }
}

function elsewhere(one: RemoteWrite): Section {
  const { name, url, remoteTimeout, protobufMessage, headers, queueConfig, writeRelabelConfigs } = one
  return {
    name,
    url,
    ...given({
      protobuf_message: protobufMessage,
      remote_timeout: remoteTimeout,
      headers,
      send_exemplars: one.sendExemplars,
      send_native_histograms: one.sendNativeHistograms,
    }),
    ...prometheusClient(one, directoryOf(one)),
    ...(queueConfig === undefined ? {} : { queue_config: queue(queueConfig) }),
    ...(writeRelabelConfigs === undefined ? {} : { write_relabel_configs: relabelSteps(writeRelabelConfigs) }),
  }
}

function queue(settings: QueueConfig): Section {
  return given({
    capacity: settings.capacity,
    min_shards: settings.minShards,
    max_shards: settings.maxShards,
    max_samples_per_send: settings.maxSamplesPerSend,
    batch_send_deadline: settings.batchSendDeadline,
    min_backoff: settings.minBackoff,
    max_backoff: settings.maxBackoff,
    retry_on_http_429: settings.retryOnHttp429,
    sample_age_limit: settings.sampleAgeLimit,
  })
}
