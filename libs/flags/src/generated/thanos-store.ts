// Generated from `thanos store --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { Bytes, GoDuration, TimeOrDuration } from '../values.ts'

export interface ThanosStoreFlags {
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /**
   * One of concurrent, recursive.
   * Default: concurrent
   */
  'block-discovery-strategy'?: 'concurrent' | 'recursive'
  /**
   * Number of goroutines to use when fetching block metadata from object storage.
   * Default: 32
   */
  'block-meta-fetch-concurrency'?: number
  /**
   * Number of goroutines to use when constructing index-cache.json blocks from object storage.
   * Default: 20
   */
  'block-sync-concurrency'?: number
  /** External block label to use as group title in the bucket web UI */
  'bucket-web-label'?: string
  /** Cache TSDB index-headers on disk to reduce startup time. */
  'cache-index-header'?: boolean
  /**
   * Maximum size of concurrently allocatable bytes reserved strictly to reuse for chunks in memory.
   * Default: 2GB
   */
  'chunk-pool-size'?: Bytes
  /**
   * Minimum age of all blocks before they are being read.
   * Default: 0s
   */
  'consistency-delay'?: Duration
  /**
   * Local data directory used for caching purposes (index-header, in-mem cache items and meta.jsons).
   * Default: ./data
   */
  'data-dir'?: string
  /** Disable UI/API admin operations like marking blocks for deletion and no compaction. */
  'disable-admin-operations'?: boolean
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
   * Duration after which the blocks marked for deletion will be filtered out while fetching blocks.
   * Default: 24h
   */
  'ignore-deletion-marks-delay'?: Duration
  /**
   * Maximum size of items held in the in-memory index cache.
   * Default: 250MB
   */
  'index-cache-size'?: Bytes
  /** Alternative to 'index-cache.config-file' flag (mutually exclusive). */
  'index-cache.config'?: string
  /** Path to YAML file that contains index cache configuration. */
  'index-cache.config-file'?: string
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
   * Max number of cached matchers items.
   * Default: 0
   */
  'matcher-cache-size'?: number
  /**
   * End of time range limit to serve.
   * Default: 9999-12-31T23:59:59Z
   */
  'max-time'?: TimeOrDuration
  /**
   * Start of time range limit to serve.
   * Default: 0000-01-01T00:00:00Z
   */
  'min-time'?: TimeOrDuration
  /** Alternative to 'objstore-parquet.config-file' flag (mutually exclusive). */
  'objstore-parquet.config'?: string
  /** Path to YAML file that contains object store-parquet configuration. */
  'objstore-parquet.config-file'?: string
  /** Alternative to 'objstore.config-file' flag (mutually exclusive). */
  'objstore.config'?: string
  /** Path to YAML file that contains object store configuration. */
  'objstore.config-file'?: string
  /** Alternative to 'request.logging-config-file' flag (mutually exclusive). */
  'request.logging-config'?: string
  /** Path to YAML file with request logging configuration. */
  'request.logging-config-file'?: string
  /** Alternative to 'selector.relabel-config-file' flag (mutually exclusive). */
  'selector.relabel-config'?: string
  /** Path to YAML file with relabeling configuration that allows selecting blocks to act on based on their external labels. */
  'selector.relabel-config-file'?: string
  /** Hidden from the help. */
  'store.caching-bucket.config-file'?: string
  /** If true, Store Gateway will lazy memory map index-header only once the block is required by a query. */
  'store.enable-index-header-lazy-reader'?: boolean
  /** If true, Store Gateway will estimate postings size and try to lazily expand postings if it downloads less data than expanding all postings. */
  'store.enable-lazy-expanded-postings'?: boolean
  /**
   * Maximum amount of downloaded (either fetched or touched) bytes in a single Series/LabelNames/LabelValues call.
   * Default: 0
   */
  'store.grpc.downloaded-bytes-limit'?: Bytes
  /**
   * Maximum number of concurrent Series calls.
   * Default: 20
   */
  'store.grpc.series-max-concurrency'?: number
  /**
   * Strategy of how to download index headers lazily.
   * Default: eager
   */
  'store.index-header-lazy-download-strategy'?: 'eager' | 'lazy'
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
   * Mark posting group as lazy if it fetches more keys than R * max series the query should fetch.
   * Default: 100
   */
  'store.posting-group-max-key-series-ratio'?: number
  /**
   * Repeat interval for syncing the blocks between local and remote view.
   * Default: 15m
   */
  'sync-block-duration'?: GoDuration
  /** Alternative to 'tracing.config-file' flag (mutually exclusive). */
  'tracing.config'?: string
  /** Path to YAML file with tracing configuration. */
  'tracing.config-file'?: string
  /** Disable Block Viewer UI. */
  'web.disable'?: boolean
  /** Whether to disable CORS headers to be set by Thanos. */
  'web.disable-cors'?: boolean
  /** Static prefix for all HTML links and redirect URLs in the bucket web UI interface. */
  'web.external-prefix'?: string
  /** Name of HTTP request header used for dynamic prefixing of UI links and redirects. */
  'web.prefix-header'?: string
}
