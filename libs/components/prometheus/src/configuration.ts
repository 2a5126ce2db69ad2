import { type Context, replicaLabels, tracingSection } from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { amount, type Json, type Quantity, seconds } from '@thanos-fleet/kubernetes'
import { alerting } from './alerting.ts'
import { remoteWrite } from './remote-write.ts'
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
  const { scrapeInterval, evaluationInterval, retention, retentionSize, outOfOrderWindow, exemplars } = spec.prometheus
  return {
    global: {
      scrape_interval: scrapeInterval,
      evaluation_interval: evaluationInterval,
      ...histograms(spec),
      external_labels: {
        ...spec.externalLabels,
        // Prometheus itself replaces it by the name of the pod, so replicas differ in nothing else, in every mode.
        [replicaLabels.prometheus]: '${POD_NAME}',
      },
    },
    storage: {
      tsdb: {
        ...(seconds(outOfOrderWindow) === 0 ? {} : { out_of_order_time_window: outOfOrderWindow }),
        retention: { time: retention, ...(retentionSize === null ? {} : { size: bytes(retentionSize) }) },
      },
      ...(exemplars === null ? {} : { exemplars: { max_exemplars: exemplars.maxExemplars } }),
    },
    rule_files: [
      `${directories.rules}/*.yaml`,
      ...(spec.extra.rules.length === 0 ? [] : [`${directories.extraRules}/*.yaml`]),
    ],
    ...(spec.extra.scrapeJobs.length === 0 ? {} : { scrape_config_files: [`${directories.scrapeJobs}/*.yaml`] }),
    ...alerting(context),
    ...remoteWrite(context),
    ...otlp(spec),
    ...tracingSection(spec),
    scrape_configs: scrapeJobs(context),
  }
}

/** Histograms of the stack's own jobs also stay classic, in the job itself: rules and dashboards read their buckets. */
function histograms({ prometheus }: ClusterSpec): { [key: string]: Json } {
  return {
    ...(prometheus.scrapeNativeHistograms ? { scrape_native_histograms: true } : {}),
    ...(prometheus.alwaysScrapeClassicHistograms ? { always_scrape_classic_histograms: true } : {}),
    ...(prometheus.convertClassicHistogramsToNhcb ? { convert_classic_histograms_to_nhcb: true } : {}),
  }
}

function otlp({ prometheus: { otlp: settings } }: ClusterSpec): { [key: string]: Json } {
  if (settings === null) return {}
  const written = Object.entries(settings).map(([key, value]) => [snakeCase(key), value])
  return written.length === 0 ? {} : { otlp: Object.fromEntries(written) }
}

/** `promoteResourceAttributes` as Prometheus writes it. */
function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A quantity as Prometheus writes bytes. All of its units are powers of two: `10G` of Kubernetes is less than its 10GB. */
function bytes(quantity: Quantity): string {
  return quantity.endsWith('i') ? `${quantity.slice(0, -1)}B` : `${Math.floor(amount(quantity))}B`
}
