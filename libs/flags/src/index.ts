import { kingpin, pflag } from './arguments.ts'
import type { AlertmanagerFlags } from './generated/alertmanager.ts'
import type { ConfigReloaderFlags } from './generated/config-reloader.ts'
import type { KubeStateMetricsFlags } from './generated/kube-state-metrics.ts'
import type { NodeExporterFlags } from './generated/node-exporter.ts'
import type { PrometheusFlags } from './generated/prometheus.ts'
import type { ThanosBucketWebFlags } from './generated/thanos-bucket-web.ts'
import type { ThanosCompactFlags } from './generated/thanos-compact.ts'
import type { ThanosQueryFrontendFlags } from './generated/thanos-query-frontend.ts'
import type { ThanosQueryFlags } from './generated/thanos-query.ts'
import type { ThanosReceiveFlags } from './generated/thanos-receive.ts'
import type { ThanosRuleFlags } from './generated/thanos-rule.ts'
import type { ThanosSidecarFlags } from './generated/thanos-sidecar.ts'
import type { ThanosStoreFlags } from './generated/thanos-store.ts'

export type { ExtraFlags } from './arguments.ts'
export { type Bytes, goDuration, type GoDuration, type TimeOrDuration } from './values.ts'
export type {
  AlertmanagerFlags,
  ConfigReloaderFlags,
  KubeStateMetricsFlags,
  NodeExporterFlags,
  PrometheusFlags,
  ThanosBucketWebFlags,
  ThanosCompactFlags,
  ThanosQueryFlags,
  ThanosQueryFrontendFlags,
  ThanosReceiveFlags,
  ThanosRuleFlags,
  ThanosSidecarFlags,
  ThanosStoreFlags,
}

export const thanosSidecar = kingpin<ThanosSidecarFlags>('sidecar')
export const thanosQuery = kingpin<ThanosQueryFlags>('query')
export const thanosQueryFrontend = kingpin<ThanosQueryFrontendFlags>('query-frontend')
export const thanosStore = kingpin<ThanosStoreFlags>('store')
export const thanosCompact = kingpin<ThanosCompactFlags>('compact')
export const thanosRule = kingpin<ThanosRuleFlags>('rule')
export const thanosReceive = kingpin<ThanosReceiveFlags>('receive')
export const thanosBucketWeb = kingpin<ThanosBucketWebFlags>('tools', 'bucket', 'web')
export const prometheus = kingpin<PrometheusFlags>()
export const alertmanager = kingpin<AlertmanagerFlags>()
export const nodeExporter = kingpin<NodeExporterFlags>()
export const kubeStateMetrics = pflag<KubeStateMetricsFlags>()
export const configReloader = kingpin<ConfigReloaderFlags>()
