// Generated from `thanos tools bucket web --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { GoDuration, TimeOrDuration } from '../values.ts'

export interface ThanosBucketWebFlags {
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /** Disable UI/API admin operations like marking blocks for deletion and no compaction. */
  'disable-admin-operations'?: boolean
  /** Enable go runtime to automatically limit memory consumption. */
  'enable-auto-gomemlimit'?: boolean
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
  /** External block label to use as group title */
  'label'?: string
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
   * End of time range limit to serve.
   * Default: 9999-12-31T23:59:59Z
   */
  'max-time'?: TimeOrDuration
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
   * Refresh interval to download metadata from remote storage
   * Default: 30m
   */
  'refresh'?: GoDuration
  /** Alternative to 'selector.relabel-config-file' flag (mutually exclusive). */
  'selector.relabel-config'?: string
  /** Path to YAML file with relabeling configuration that allows selecting blocks to act on based on their external labels. */
  'selector.relabel-config-file'?: string
  /**
   * Timeout to download metadata from remote storage
   * Default: 5m
   */
  'timeout'?: GoDuration
  /** Alternative to 'tracing.config-file' flag (mutually exclusive). */
  'tracing.config'?: string
  /** Path to YAML file with tracing configuration. */
  'tracing.config-file'?: string
  /** Whether to disable CORS headers to be set by Thanos. */
  'web.disable-cors'?: boolean
  /** Static prefix for all HTML links and redirect URLs in the bucket web UI interface. */
  'web.external-prefix'?: string
  /** Name of HTTP request header used for dynamic prefixing of UI links and redirects. */
  'web.prefix-header'?: string
  /** Prefix for API and UI endpoints. */
  'web.route-prefix'?: string
}
