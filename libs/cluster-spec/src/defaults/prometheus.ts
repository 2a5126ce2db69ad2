import type { PrometheusFileSettings } from '../prometheus-spec.ts'

/** As Prometheus is without them; samples that are late are refused. */
export const productionPrometheusFile: PrometheusFileSettings = {
  outOfOrderWindow: '0s',
  remoteWrite: [],
  otlp: null,
  scrapeNativeHistograms: false,
  alwaysScrapeClassicHistograms: false,
  convertClassicHistogramsToNhcb: false,
  exemplars: null,
  metricRelabelConfigs: {},
}

/** What Prometheus itself keeps where nothing else is said. */
export const usualExemplars = { maxExemplars: 100_000 }
