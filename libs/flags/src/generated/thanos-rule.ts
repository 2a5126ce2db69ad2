// Generated from `thanos rule --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { GoDuration } from '../values.ts'

export interface ThanosRuleFlags {
  /** Labels by name to drop before sending to alertmanager. */
  'alert.label-drop'?: readonly string[]
  /**
   * Template to use in alerts source field.
   * Default: /graph?g0.expr={{.Expr}}&g0.tab=1
   */
  'alert.query-template'?: string
  /** The external Thanos Query URL that would be set in all alerts 'Source' field */
  'alert.query-url'?: string
  /** Alternative to 'alert.relabel-config-file' flag (mutually exclusive). */
  'alert.relabel-config'?: string
  /** Path to YAML file that contains alert relabelling configuration. */
  'alert.relabel-config-file'?: string
  /** Alternative to 'alertmanagers.config-file' flag (mutually exclusive). */
  'alertmanagers.config'?: string
  /** Path to YAML file that contains alerting configuration. */
  'alertmanagers.config-file'?: string
  /**
   * Interval between DNS resolutions of Alertmanager hosts.
   * Default: 30s
   */
  'alertmanagers.sd-dns-interval'?: GoDuration
  /**
   * Timeout for sending alerts to Alertmanager
   * Default: 10s
   */
  'alertmanagers.send-timeout'?: GoDuration
  /** Alertmanager replica URLs to push firing alerts. */
  'alertmanagers.url'?: readonly string[]
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /**
   * data directory
   * Default: data/
   */
  'data-dir'?: string
  /** Enable go runtime to automatically limit memory consumption. */
  'enable-auto-gomemlimit'?: boolean
  /** Comma separated feature names to enable. */
  'enable-feature'?: readonly string[]
  /**
   * The default evaluation interval to use.
   * Default: 1m
   */
  'eval-interval'?: GoDuration
  /**
   * Minimum duration between alert and restored "for" state.
   * Default: 10m
   */
  'for-grace-period'?: GoDuration
  /**
   * Max time to tolerate prometheus outage for restoring "for" state of alert.
   * Default: 1h
   */
  'for-outage-tolerance'?: GoDuration
  /**
   * Listen ip:port address for gRPC endpoints (StoreAPI).
   * Default: 0.0.0.0:10901
   */
  'grpc-address'?: string
  /**
   * Time to wait after an interrupt received for GRPC Server.
   * Default: 2m
   */
  'grpc-grace-period'?: GoDuration
  /** Addresses of Thanos gRPC query API servers (repeatable). */
  'grpc-query-endpoint'?: readonly string[]
  /**
   * The grpc server max connection age.
   * Default: 60m
   */
  'grpc-server-max-connection-age'?: GoDuration
  /** TLS Certificate for gRPC server, leave blank to disable TLS */
  'grpc-server-tls-cert'?: string
  /** TLS cipher suites for gRPC server (repeatable). */
  'grpc-server-tls-ciphers'?: readonly string[]
  /** TLS CA to verify clients against. */
  'grpc-server-tls-client-ca'?: string
  /** TLS curves for gRPC server (repeatable). */
  'grpc-server-tls-curves'?: readonly string[]
  /** TLS Key for the gRPC server, leave blank to disable TLS */
  'grpc-server-tls-key'?: string
  /**
   * TLS supported minimum version for gRPC server.
   * Default: 1.3
   */
  'grpc-server-tls-min-version'?: '1.0' | '1.1' | '1.2' | '1.3'
  /** Specify which hash function to use when calculating the hashes of produced files. */
  'hash-func'?: '' | 'SHA256'
  /**
   * Listen host:port for HTTP endpoints.
   * Default: 0.0.0.0:10902
   */
  'http-address'?: string
  /**
   * Time to wait after an interrupt received for HTTP Server.
   * Default: 2m
   */
  'http-grace-period'?: Duration
  /** [EXPERIMENTAL] Path to the configuration file that can enable TLS or authentication for all HTTP endpoints. */
  'http.config'?: string
  /** Labels to be applied to all generated metrics (repeated). */
  'label'?: readonly string[]
  /**
   * Log format to use.
   * Default: logfmt
   */
  'log.format'?: 'journald' | 'json' | 'logfmt'
  /**
   * Log filtering level.
   * Default: info
   */
  'log.level'?: 'debug' | 'error' | 'info' | 'warn'
  /** Alternative to 'objstore.config-file' flag (mutually exclusive). */
  'objstore.config'?: string
  /** Path to YAML file that contains object store configuration. */
  'objstore.config-file'?: string
  /** Addresses of statically configured query API servers (repeatable). */
  'query'?: readonly string[]
  /** Alternative to 'query.config-file' flag (mutually exclusive). */
  'query.config'?: string
  /** Path to YAML file that contains query API servers configuration. */
  'query.config-file'?: string
  /**
   * Default range query step to use.
   * Default: 1s
   */
  'query.default-step'?: GoDuration
  /** Whether to enable extended rate functions (xrate, xincrease and xdelta). */
  'query.enable-x-functions'?: boolean
  /**
   * HTTP method to use when sending queries.
   * Default: POST
   */
  'query.http-method'?: 'GET' | 'POST'
  /**
   * Interval between DNS resolutions.
   * Default: 30s
   */
  'query.sd-dns-interval'?: GoDuration
  /** Path to file that contains addresses of query API servers. */
  'query.sd-files'?: readonly string[]
  /**
   * Refresh interval to re-read file SD files. (used as a fallback)
   * Default: 5m
   */
  'query.sd-interval'?: GoDuration
  /** Alternative to 'remote-write.config-file' flag (mutually exclusive). */
  'remote-write.config'?: string
  /** Path to YAML config for the remote-write configurations, that specify servers where samples should be sent to (see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#remote_write). */
  'remote-write.config-file'?: string
  /** Alternative to 'request.logging-config-file' flag (mutually exclusive). */
  'request.logging-config'?: string
  /** Path to YAML file with request logging configuration. */
  'request.logging-config-file'?: string
  /**
   * Minimum amount of time to wait before resending an alert to Alertmanager.
   * Default: 1m
   */
  'resend-delay'?: GoDuration
  /** Label names to be ignored when restoring alerts from the remote storage. */
  'restore-ignored-label'?: readonly string[]
  /**
   * How many rules can be evaluated concurrently.
   * Default: 1
   */
  'rule-concurrent-evaluation'?: number
  /**
   * Rule files that should be used by rule manager.
   * Default: rules/
   */
  'rule-file'?: readonly string[]
  /**
   * The default rule group query_offset duration to use.
   * Default: 0s
   */
  'rule-query-offset'?: GoDuration
  /**
   * the file to store shipper metadata in
   * Default: thanos.shipper.json
   */
  'shipper.meta-file-name'?: string
  /** If true shipper will try to upload compacted blocks as well. */
  'shipper.upload-compacted'?: boolean
  /**
   * Number of goroutines to use when uploading block files to object storage.
   * Default: 0
   */
  'shipper.upload-concurrency'?: number
  /**
   * The maximum samples allowed for a single Series request, The Series call fails if this limit is exceeded. 0 means no limit.
   * Default: 0
   */
  'store.limits.request-samples'?: number
  /**
   * The maximum series allowed for a single Series request.
   * Default: 0
   */
  'store.limits.request-series'?: number
  /** Alternative to 'tracing.config-file' flag (mutually exclusive). */
  'tracing.config'?: string
  /** Path to YAML file with tracing configuration. */
  'tracing.config-file'?: string
  /**
   * Block duration for TSDB block.
   * Default: 2h
   */
  'tsdb.block-duration'?: Duration
  /** Do not create lockfile in TSDB data directory. */
  'tsdb.no-lockfile'?: boolean
  /**
   * Block retention time on local disk.
   * Default: 48h
   */
  'tsdb.retention'?: Duration
  /** Compress the tsdb WAL. */
  'tsdb.wal-compression'?: boolean
  /** Whether to disable CORS headers to be set by Thanos. */
  'web.disable-cors'?: boolean
  /** Static prefix for all HTML links and redirect URLs in the bucket web UI interface. */
  'web.external-prefix'?: string
  /** Name of HTTP request header used for dynamic prefixing of UI links and redirects. */
  'web.prefix-header'?: string
  /** Prefix for API and UI endpoints. */
  'web.route-prefix'?: string
}
