// Generated from `thanos sidecar --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { GoDuration, TimeOrDuration } from '../values.ts'

export interface ThanosSidecarFlags {
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /** Enable go runtime to automatically limit memory consumption. */
  'enable-auto-gomemlimit'?: boolean
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
  /**
   * Start of time range limit to serve.
   * Default: 0000-01-01T00:00:00Z
   */
  'min-time'?: TimeOrDuration
  /** Alternative to 'objstore.config-file' flag (mutually exclusive). */
  'objstore.config'?: string
  /** Path to YAML file that contains object store configuration. */
  'objstore.config-file'?: string
  /**
   * How often to get Prometheus config
   * Default: 30s
   */
  'prometheus.get_config_interval'?: GoDuration
  /**
   * Timeout for getting Prometheus config
   * Default: 30s
   */
  'prometheus.get_config_timeout'?: GoDuration
  /** Alternative to 'prometheus.http-client-file' flag (mutually exclusive). */
  'prometheus.http-client'?: string
  /** Path to YAML file or string with http client configs. */
  'prometheus.http-client-file'?: string
  /**
   * Maximum time to wait for the Prometheus instance to start up
   * Default: 10m
   */
  'prometheus.ready_timeout'?: GoDuration
  /**
   * URL at which to reach Prometheus's API.
   * Default: http://localhost:9090
   */
  'prometheus.url'?: string
  /** Output file for environment variable substituted config file. */
  'reloader.config-envsubst-file'?: string
  /** Config file watched by the reloader. */
  'reloader.config-file'?: string
  /**
   * Method used to reload the configuration.
   * Default: http
   */
  'reloader.method'?: 'http' | 'signal'
  /**
   * Executable name used to match the process being reloaded when using the signal method.
   * Default: prometheus
   */
  'reloader.process-name'?: string
  /**
   * Controls how often reloader retries config reload in case of error.
   * Default: 5s
   */
  'reloader.retry-interval'?: GoDuration
  /** Rule directories for the reloader to refresh (repeated field). */
  'reloader.rule-dir'?: readonly string[]
  /**
   * Controls how often reloader re-reads config and rules.
   * Default: 3m
   */
  'reloader.watch-interval'?: GoDuration
  /** Alternative to 'request.logging-config-file' flag (mutually exclusive). */
  'request.logging-config'?: string
  /** Path to YAML file with request logging configuration. */
  'request.logging-config-file'?: string
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
   * Data directory of TSDB.
   * Default: ./data
   */
  'tsdb.path'?: string
}
