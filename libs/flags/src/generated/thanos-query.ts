// Generated from `thanos query --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { GoDuration } from '../values.ts'

export interface ThanosQueryFlags {
  /** The external Thanos Query URL that would be set in all alerts 'Source' field. */
  'alert.query-url'?: string
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /**
   * Experimental.
   * Default: penalty
   */
  'deduplication.func'?: 'chain' | 'penalty'
  /** Enable go runtime to automatically limit memory consumption. */
  'enable-auto-gomemlimit'?: boolean
  /** Comma separated feature names to enable. */
  'enable-feature'?: readonly string[]
  /** Alternative to 'endpoint.sd-config-file' flag (mutually exclusive). */
  'endpoint.sd-config'?: string
  /** Path to Config File with endpoint definitions */
  'endpoint.sd-config-file'?: string
  /**
   * Interval between endpoint config refreshes
   * Default: 5m
   */
  'endpoint.sd-config-reload-interval'?: Duration
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
  /** Directory to log currently active queries in the queries.active file. */
  'query.active-query-path'?: string
  /** Enable automatic adjustment (step / 5) to what source of data should be used in store gateways if no max_source_resolution param is specified. */
  'query.auto-downsampling'?: boolean
  /**
   * Optional selection of query connection metric labels to be collected from endpoint set
   * Default: external_labels...
   */
  'query.conn-metric.label'?: readonly ('external_labels' | 'ip_port' | 'store_type')[]
  /**
   * Set default evaluation interval for sub queries.
   * Default: 1m
   */
  'query.default-evaluation-interval'?: Duration
  /**
   * Set default step for range queries.
   * Default: 1s
   */
  'query.default-step'?: Duration
  /**
   * Default tenant ID to use if tenant header is not present
   * Default: default-tenant
   */
  'query.default-tenant-id'?: string
  /** Whether to enable extended rate functions (xrate, xincrease and xdelta). */
  'query.enable-x-functions'?: boolean
  /** Enforce tenancy on Query APIs. */
  'query.enforce-tenancy'?: boolean
  /** The maximum lookback duration for retrieving metrics during expression evaluations. */
  'query.lookback-delta'?: GoDuration
  /**
   * Maximum number of queries processed concurrently by query node.
   * Default: 20
   */
  'query.max-concurrent'?: number
  /**
   * Maximum number of select requests made concurrently per a query.
   * Default: 4
   */
  'query.max-concurrent-select'?: number
  /**
   * The default metadata time range duration for retrieving labels through Labels and Series API when the range parameters are not specified.
   * Default: 0s
   */
  'query.metadata.default-time-range'?: GoDuration
  /**
   * PromQL query mode.
   * Default: local
   */
  'query.mode'?: 'distributed' | 'local'
  /** Enable partial response for queries if no partial_response param is specified. --no-query.partial-response for disabling. */
  'query.partial-response'?: boolean
  /** Labels that partition the leaf queriers. */
  'query.partition-label'?: readonly string[]
  /**
   * Default PromQL engine to use.
   * Default: prometheus
   */
  'query.promql-engine'?: 'prometheus' | 'thanos'
  /** Labels to treat as a replica indicator along which data is deduplicated. */
  'query.replica-label'?: readonly string[]
  /**
   * The quantiles for exporting metrics about the request duration quantiles.
   * Default: 0.1...
   */
  'query.telemetry.request-duration-seconds-quantiles'?: readonly number[]
  /**
   * The quantiles for exporting metrics about the samples count quantiles.
   * Default: 100...
   */
  'query.telemetry.request-samples-quantiles'?: readonly number[]
  /**
   * The quantiles for exporting metrics about the series count quantiles.
   * Default: 10...
   */
  'query.telemetry.request-series-seconds-quantiles'?: readonly number[]
  /** Use TLS client's certificate field to determine tenant for write requests. */
  'query.tenant-certificate-field'?: '' | 'commonName' | 'organization' | 'organizationalUnit'
  /**
   * HTTP header to determine tenant.
   * Default: THANOS-TENANT
   */
  'query.tenant-header'?: string
  /**
   * Label name to use when enforcing tenancy (if --query.enforce-tenancy is enabled).
   * Default: tenant_id
   */
  'query.tenant-label-name'?: string
  /**
   * Maximum time to process query by query node.
   * Default: 2m
   */
  'query.timeout'?: Duration
  /** Alternative to 'request.logging-config-file' flag (mutually exclusive). */
  'request.logging-config'?: string
  /** Path to YAML file with request logging configuration. */
  'request.logging-config-file'?: string
  /** Query selector labels that will be exposed in info endpoint (repeated). */
  'selector-label'?: readonly string[]
  /** Alternative to 'selector.relabel-config-file' flag (mutually exclusive). */
  'selector.relabel-config'?: string
  /** Path to YAML file with relabeling configuration that allows selecting blocks to query based on their external labels. */
  'selector.relabel-config-file'?: string
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
  /**
   * If a Store doesn't send any data in this specified duration then a Store will be ignored and partial data will be returned if it's enabled. 0 disables timeout.
   * Default: 0ms
   */
  'store.response-timeout'?: Duration
  /**
   * Interval between DNS resolutions.
   * Default: 30s
   */
  'store.sd-dns-interval'?: Duration
  /**
   * Timeout before an unhealthy store is cleaned from the store UI page.
   * Default: 5m
   */
  'store.unhealthy-timeout'?: Duration
  /** Alternative to 'tracing.config-file' flag (mutually exclusive). */
  'tracing.config'?: string
  /** Path to YAML file with tracing configuration. */
  'tracing.config-file'?: string
  /** Whether to disable CORS headers to be set by Thanos. */
  'web.disable-cors'?: boolean
  /** Static prefix for all HTML links and redirect URLs in the UI query web interface. */
  'web.external-prefix'?: string
  /** Name of HTTP request header used for dynamic prefixing of UI links and redirects. */
  'web.prefix-header'?: string
  /** Prefix for API and UI endpoints. */
  'web.route-prefix'?: string
}
