import type { ToolName } from '@thanos-fleet/cli-tools'

/** A program, or a subcommand of one, whose flags get a type. */
export interface Program {
  readonly tool: ToolName
  readonly command: readonly string[]
  /** Name of the generated interface. */
  readonly type: string
  /** Name of the generated file, without `.ts`. */
  readonly file: string
  readonly parser: 'kingpin' | 'pflag'
  /**
   * A flag that refuses `probe-last`. A probe sets it after the flag in question, so that a value which is accepted
   * ends in this flag's error instead of starting the program. Empty for pflag, whose help states types.
   */
  readonly sentinel: string
  /** Flags that the help leaves out and the components need. */
  readonly hidden: readonly string[]
}

function thanos(type: string, file: string, ...command: string[]): Program {
  return { tool: 'thanos', command, type, file, parser: 'kingpin', sentinel: 'http-grace-period', hidden: [] }
}

/** Every program that a component starts. */
export const programs: readonly Program[] = [
  thanos('ThanosSidecarFlags', 'thanos-sidecar', 'sidecar'),
  thanos('ThanosQueryFlags', 'thanos-query', 'query'),
  thanos('ThanosQueryFrontendFlags', 'thanos-query-frontend', 'query-frontend'),
  { ...thanos('ThanosStoreFlags', 'thanos-store', 'store'), hidden: ['store.caching-bucket.config-file'] },
  { ...thanos('ThanosCompactFlags', 'thanos-compact', 'compact'), hidden: ['compact.enable-vertical-compaction'] },
  thanos('ThanosRuleFlags', 'thanos-rule', 'rule'),
  { ...thanos('ThanosReceiveFlags', 'thanos-receive', 'receive'), hidden: ['receive.limits-config-file'] },
  thanos('ThanosBucketWebFlags', 'thanos-bucket-web', 'tools', 'bucket', 'web'),
  {
    tool: 'prometheus',
    command: [],
    type: 'PrometheusFlags',
    file: 'prometheus',
    parser: 'kingpin',
    sentinel: 'web.read-timeout',
    hidden: [
      'storage.tsdb.min-block-duration',
      'storage.tsdb.max-block-duration',
      'storage.tsdb.allow-overlapping-compaction',
    ],
  },
  {
    tool: 'alertmanager',
    command: [],
    type: 'AlertmanagerFlags',
    file: 'alertmanager',
    parser: 'kingpin',
    sentinel: 'alerts.gc-interval',
    hidden: [],
  },
  {
    tool: 'node_exporter',
    command: [],
    type: 'NodeExporterFlags',
    file: 'node-exporter',
    parser: 'kingpin',
    sentinel: 'runtime.gomaxprocs',
    hidden: [],
  },
  {
    tool: 'prometheus-config-reloader',
    command: [],
    type: 'ConfigReloaderFlags',
    file: 'config-reloader',
    parser: 'kingpin',
    sentinel: 'watch-interval',
    hidden: [],
  },
  {
    tool: 'kube-state-metrics',
    command: [],
    type: 'KubeStateMetricsFlags',
    file: 'kube-state-metrics',
    parser: 'pflag',
    sentinel: '',
    hidden: [],
  },
]
