import type { PrometheusFileSettings } from './prometheus-spec.ts'

/** The name of the remote write to Receive, of Prometheus and of a stateless Rule. */
export const receiveRemoteWrite = 'thanos-receive'

type Histograms = Pick<PrometheusFileSettings, 'scrapeNativeHistograms' | 'convertClassicHistogramsToNhcb' | 'otlp'>

/** Whether Prometheus makes native histograms of what it scrapes. */
export function scrapesNativeHistograms(prometheus: Omit<Histograms, 'otlp'>): boolean {
  return prometheus.scrapeNativeHistograms || prometheus.convertClassicHistogramsToNhcb
}

/** Whether Prometheus has native histograms, which OTLP can bring as well. */
export function hasNativeHistograms(prometheus: Histograms): boolean {
  return scrapesNativeHistograms(prometheus) || prometheus.otlp !== null
}
