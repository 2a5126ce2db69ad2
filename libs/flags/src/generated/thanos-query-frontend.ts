// Generated from `thanos query-frontend --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { GoDuration } from '../values.ts'

export interface ThanosQueryFrontendFlags {
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /** Use compression in results cache. */
  'cache-compression-type'?: string
  /** Enable go runtime to automatically limit memory consumption. */
  'enable-auto-gomemlimit'?: boolean
  /** Comma separated feature names to enable. */
  'enable-feature'?: readonly string[]
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
   * The default metadata time range duration for retrieving labels through Labels and Series API when the range parameters are not specified.
   * Default: 24h
   */
  'labels.default-time-range'?: GoDuration
  /**
   * Maximum number of labels requests will be scheduled in parallel by the Frontend.
   * Default: 14
   */
  'labels.max-query-parallelism'?: number
  /**
   * Maximum number of retries for a single label/series API request; beyond this, the downstream error is returned.
   * Default: 5
   */
  'labels.max-retries-per-request'?: number
  /** Enable partial response for labels requests if no partial_response param is specified. --no-labels.partial-response for disabling. */
  'labels.partial-response'?: boolean
  /** Alternative to 'labels.response-cache-config-file' flag (mutually exclusive). */
  'labels.response-cache-config'?: string
  /** Path to YAML file that contains response cache configuration. */
  'labels.response-cache-config-file'?: string
  /**
   * Most recent allowed cacheable result for labels requests, to prevent caching very recent results that might still be in flux.
   * Default: 1m
   */
  'labels.response-cache-max-freshness'?: GoDuration
  /**
   * Split labels requests by an interval and execute in parallel, it should be greater than 0 when labels.response-cache-config is configured.
   * Default: 24h
   */
  'labels.split-interval'?: GoDuration
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
  /** Compress HTTP responses. */
  'query-frontend.compress-responses'?: boolean
  /** Alternative to 'query-frontend.downstream-tripper-config-file' flag (mutually exclusive). */
  'query-frontend.downstream-tripper-config'?: string
  /** Path to YAML file that contains downstream tripper configuration. */
  'query-frontend.downstream-tripper-config-file'?: string
  /**
   * URL of downstream Prometheus Query compatible API.
   * Default: http://localhost:9090
   */
  'query-frontend.downstream-url'?: string
  /** Enable experimental x- functions in query-frontend. --no-query-frontend.enable-x-functions for disabling. */
  'query-frontend.enable-x-functions'?: boolean
  /** Enables query statistics for all queries and will export statistics as logs and service headers. */
  'query-frontend.force-query-stats'?: boolean
  /** List of headers forwarded by the query-frontend to downstream queriers, default is empty */
  'query-frontend.forward-header'?: readonly string[]
  /**
   * Log queries that are slower than the specified duration.
   * Default: 0
   */
  'query-frontend.log-queries-longer-than'?: GoDuration
  /** Set the value of the field remote_user in the slow query logs to the value of the given HTTP header. */
  'query-frontend.slow-query-logs-user-header'?: string
  /** Number of shards to use when distributing shardable PromQL queries. */
  'query-frontend.vertical-shards'?: number
  /** Mutate incoming queries to align their start and end with their step for better cache-ability. */
  'query-range.align-range-with-step'?: boolean
  /**
   * Split queries in this many requests when query duration is below query-range.max-split-interval.
   * Default: 0
   */
  'query-range.horizontal-shards'?: number
  /**
   * Limit the query time range (end - start time) in the query-frontend, 0 disables it.
   * Default: 0
   */
  'query-range.max-query-length'?: GoDuration
  /**
   * Maximum number of query range requests will be scheduled in parallel by the Frontend.
   * Default: 14
   */
  'query-range.max-query-parallelism'?: number
  /**
   * Maximum number of retries for a single query range request; beyond this, the downstream error is returned.
   * Default: 5
   */
  'query-range.max-retries-per-request'?: number
  /**
   * Split query range below this interval in query-range.horizontal-shards.
   * Default: 0
   */
  'query-range.max-split-interval'?: GoDuration
  /**
   * Split query range requests above this interval in query-range.horizontal-shards requests of equal range.
   * Default: 0
   */
  'query-range.min-split-interval'?: GoDuration
  /** Enable partial response for query range requests if no partial_response param is specified. --no-query-range.partial-response for disabling. */
  'query-range.partial-response'?: boolean
  /** Make additional query for downsampled data in case of empty or incomplete response to range request. */
  'query-range.request-downsampled'?: boolean
  /** Alternative to 'query-range.response-cache-config-file' flag (mutually exclusive). */
  'query-range.response-cache-config'?: string
  /** Path to YAML file that contains response cache configuration. */
  'query-range.response-cache-config-file'?: string
  /**
   * Most recent allowed cacheable result for query range requests, to prevent caching very recent results that might still be in flux.
   * Default: 1m
   */
  'query-range.response-cache-max-freshness'?: GoDuration
  /**
   * Split query range requests by an interval and execute in parallel, it should be greater than 0 when query-range.response-cache-config is configured.
   * Default: 24h
   */
  'query-range.split-interval'?: GoDuration
  /**
   * Maximum number of retries for a single instant query request; beyond this, the downstream error is returned.
   * Default: 5
   */
  'query.max-retries-per-request'?: number
  /** Alternative to 'request.logging-config-file' flag (mutually exclusive). */
  'request.logging-config'?: string
  /** Path to YAML file with request logging configuration. */
  'request.logging-config-file'?: string
  /** Alternative to 'tracing.config-file' flag (mutually exclusive). */
  'tracing.config'?: string
  /** Path to YAML file with tracing configuration. */
  'tracing.config-file'?: string
  /** Whether to disable CORS headers to be set by Thanos. */
  'web.disable-cors'?: boolean
}
