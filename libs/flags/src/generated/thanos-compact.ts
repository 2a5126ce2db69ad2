// Generated from `thanos compact --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { GoDuration, TimeOrDuration } from '../values.ts'

export interface ThanosCompactFlags {
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
   * Number of goroutines to use when fetching/uploading block files from object storage.
   * Default: 1
   */
  'block-files-concurrency'?: number
  /**
   * Number of goroutines to use when fetching block metadata from object storage.
   * Default: 32
   */
  'block-meta-fetch-concurrency'?: number
  /**
   * Repeat interval for syncing the blocks between local and remote view for /global Block Viewer UI.
   * Default: 1m
   */
  'block-viewer.global.sync-block-interval'?: GoDuration
  /**
   * Maximum time for syncing the blocks between local and remote view for /global Block Viewer UI.
   * Default: 5m
   */
  'block-viewer.global.sync-block-timeout'?: GoDuration
  /** External block label to use as group title in the bucket web UI */
  'bucket-web-label'?: string
  /**
   * Number of goroutines to use when download block during compaction.
   * Default: 1
   */
  'compact.blocks-fetch-concurrency'?: number
  /**
   * How often we should clean up partially uploaded blocks and blocks with deletion mark in the background when --wait has been enabled.
   * Default: 5m
   */
  'compact.cleanup-interval'?: GoDuration
  /**
   * Number of goroutines to use when compacting groups.
   * Default: 1
   */
  'compact.concurrency'?: number
  /** Hidden from the help. */
  'compact.enable-vertical-compaction'?: boolean
  /**
   * Frequency of calculating the compaction progress in the background when --wait has been enabled.
   * Default: 5m
   */
  'compact.progress-interval'?: GoDuration
  /**
   * Minimum age of fresh (non-compacted) blocks before they are being processed.
   * Default: 30m
   */
  'consistency-delay'?: GoDuration
  /**
   * Data directory in which to cache blocks and process compactions.
   * Default: ./data
   */
  'data-dir'?: string
  /** Experimental. */
  'deduplication.func'?: '' | 'penalty'
  /** Experimental. */
  'deduplication.replica-label'?: readonly string[]
  /**
   * Time before a block marked for deletion is deleted from bucket.
   * Default: 48h
   */
  'delete-delay'?: Duration
  /** Disable UI/API admin operations like marking blocks for deletion and no compaction. */
  'disable-admin-operations'?: boolean
  /**
   * Number of goroutines to use when downsampling blocks.
   * Default: 1
   */
  'downsample.concurrency'?: number
  /** Disables downsampling. */
  'downsampling.disable'?: boolean
  /** Enable go runtime to automatically limit memory consumption. */
  'enable-auto-gomemlimit'?: boolean
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
   * End of time range limit to compact.
   * Default: 9999-12-31T23:59:59Z
   */
  'max-time'?: TimeOrDuration
  /**
   * Start of time range limit to compact.
   * Default: 0000-01-01T00:00:00Z
   */
  'min-time'?: TimeOrDuration
  /** Alternative to 'objstore.config-file' flag (mutually exclusive). */
  'objstore.config'?: string
  /** Path to YAML file that contains object store configuration. */
  'objstore.config-file'?: string
  /**
   * How long to retain samples of resolution 2 (1 hour) in bucket.
   * Default: 0d
   */
  'retention.resolution-1h'?: Duration
  /**
   * How long to retain samples of resolution 1 (5 minutes) in bucket.
   * Default: 0d
   */
  'retention.resolution-5m'?: Duration
  /**
   * How long to retain raw samples in bucket.
   * Default: 0d
   */
  'retention.resolution-raw'?: Duration
  /** Alternative to 'selector.relabel-config-file' flag (mutually exclusive). */
  'selector.relabel-config'?: string
  /** Path to YAML file with relabeling configuration that allows selecting blocks to act on based on their external labels. */
  'selector.relabel-config-file'?: string
  /** Alternative to 'tracing.config-file' flag (mutually exclusive). */
  'tracing.config'?: string
  /** Path to YAML file with tracing configuration. */
  'tracing.config-file'?: string
  /** Do not exit after all compactions have been processed and wait for new work. */
  'wait'?: boolean
  /**
   * Wait interval between consecutive compaction runs and bucket refreshes.
   * Default: 5m
   */
  'wait-interval'?: GoDuration
  /** Disable Block Viewer UI. */
  'web.disable'?: boolean
  /** Whether to disable CORS headers to be set by Thanos. */
  'web.disable-cors'?: boolean
  /** Static prefix for all HTML links and redirect URLs in the bucket web UI interface. */
  'web.external-prefix'?: string
  /** Name of HTTP request header used for dynamic prefixing of UI links and redirects. */
  'web.prefix-header'?: string
  /** Prefix for API and UI endpoints. */
  'web.route-prefix'?: string
}
