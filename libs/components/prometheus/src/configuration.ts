import { call, type Context, replicaLabels } from '@thanos-fleet/authoring'
import { callees, serviceHost } from '@thanos-fleet/connections'
import { amount, type Json, type Quantity } from '@thanos-fleet/kubernetes'
import { scrapeJobs } from './scrape-jobs.ts'

export const directories = {
  config: '/etc/prometheus/config',
  rules: '/etc/prometheus/rules',
  extraRules: '/etc/prometheus/extra-rules',
  scrapeJobs: '/etc/prometheus/scrape-jobs',
  data: '/prometheus',
}

/**
 * The configuration of Prometheus.
 * Source of the keys: https://prometheus.io/docs/prometheus/latest/configuration/configuration/, checked by promtool.
 */
export function configuration(context: Context): Json {
  const { spec } = context
  const { scrapeInterval, evaluationInterval, retention, retentionSize } = spec.prometheus
  return {
    global: {
      scrape_interval: scrapeInterval,
      evaluation_interval: evaluationInterval,
      external_labels: {
        ...spec.externalLabels,
        // Prometheus itself replaces it by the name of the pod, so replicas differ in nothing else, in every mode.
        [replicaLabels.prometheus]: '${POD_NAME}',
      },
    },
    storage: {
      tsdb: { retention: { time: retention, ...(retentionSize === null ? {} : { size: bytes(retentionSize) }) } },
    },
    rule_files: [
      `${directories.rules}/*.yaml`,
      ...(spec.extra.rules.length === 0 ? [] : [`${directories.extraRules}/*.yaml`]),
    ],
    ...(spec.extra.scrapeJobs.length === 0 ? {} : { scrape_config_files: [`${directories.scrapeJobs}/*.yaml`] }),
    ...alerting(context),
    ...remoteWrite(context),
    scrape_configs: scrapeJobs(context),
  }
}

/** Every Alertmanager gets every alert, without the label by which replicas differ, so that it sees one alert. */
function alerting({ spec, facts }: Context): { [key: string]: Json } {
  if (!callees(facts, 'prometheus', 'alerts').includes('alertmanager')) return {}
  return {
    alerting: {
      alert_relabel_configs: [{ regex: replicaLabels.prometheus, action: 'labeldrop' }],
      alertmanagers: [
        {
          dns_sd_configs: [
            {
              names: [`_http._tcp.${serviceHost('alertmanager', spec.namespace)}`],
              type: 'SRV',
              refresh_interval: '30s',
            },
          ],
        },
      ],
    },
  }
}

/** The way of every sample to Receive. Version 1 of the protocol, the only one Receive speaks (thanos#7935). */
function remoteWrite(context: Context): { [key: string]: Json } {
  if (!context.facts.ways.remoteWrite) return {}
  const address = call(context, 'prometheus', 'thanos-receive-router', 'remote write')
  return {
    remote_write: [
      {
        name: 'thanos-receive',
        url: `http://${address}/api/v1/receive`,
        protobuf_message: 'prometheus.WriteRequest',
        remote_timeout: '30s',
        headers: { 'THANOS-TENANT': context.spec.receive.tenant },
        queue_config: {
          capacity: 10_000,
          max_samples_per_send: 2_000,
          max_shards: 50,
          min_backoff: '100ms',
          max_backoff: '10s',
        },
      },
    ],
  }
}

/** A quantity as Prometheus writes bytes. All of its units are powers of two: `10G` of Kubernetes is less than its 10GB. */
function bytes(quantity: Quantity): string {
  return quantity.endsWith('i') ? `${quantity.slice(0, -1)}B` : `${Math.floor(amount(quantity))}B`
}
