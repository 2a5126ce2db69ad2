// Generated from `prometheus --help` of version 3.14.0.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'

export interface PrometheusFlags {
  /** Run Prometheus in 'Agent mode'. */
  'agent'?: boolean
  /** Send any outstanding Alertmanager notifications when shutting down. */
  'alertmanager.drain-notification-queue-on-shutdown'?: boolean
  /**
   * The maximum number of notifications per batch to send to the Alertmanager.
   * Default: 256
   */
  'alertmanager.notification-batch-size'?: number
  /**
   * The capacity of the queue for pending Alertmanager notifications.
   * Default: 10000
   */
  'alertmanager.notification-queue-capacity'?: number
  /** Automatically set GOMAXPROCS to match Linux container CPU quota */
  'auto-gomaxprocs'?: boolean
  /** Automatically set GOMEMLIMIT to match Linux container or system memory limit */
  'auto-gomemlimit'?: boolean
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /** Enable automatic configuration file reloading. */
  'config.auto-reload'?: boolean
  /**
   * Specifies the interval for checking and automatically reloading the Prometheus configuration file upon detecting changes.
   * Default: 30s
   */
  'config.auto-reload-interval'?: Duration
  /**
   * Prometheus configuration file path.
   * Default: prometheus.yml
   */
  'config.file'?: string
  /** Comma separated feature names to enable. */
  'enable-feature'?: readonly string[]
  /**
   * Output format of log messages.
   * Default: logfmt
   */
  'log.format'?: 'json' | 'logfmt'
  /**
   * Only log messages with the given severity or above.
   * Default: info
   */
  'log.level'?: 'debug' | 'error' | 'info' | 'warn'
  /**
   * The maximum lookback duration for retrieving metrics during expression evaluations and federation.
   * Default: 5m
   */
  'query.lookback-delta'?: Duration
  /**
   * Maximum number of queries executed concurrently.
   * Default: 20
   */
  'query.max-concurrency'?: number
  /**
   * Maximum number of samples a single query can load into memory.
   * Default: 50000000
   */
  'query.max-samples'?: number
  /**
   * Maximum time a query may take before being aborted.
   * Default: 2m
   */
  'query.timeout'?: Duration
  /**
   * Minimum duration between alert and restored "for" state.
   * Default: 10m
   */
  'rules.alert.for-grace-period'?: Duration
  /**
   * Max time to tolerate prometheus outage for restoring "for" state of alert.
   * Default: 1h
   */
  'rules.alert.for-outage-tolerance'?: Duration
  /**
   * Minimum amount of time to wait before resending an alert to Alertmanager.
   * Default: 1m
   */
  'rules.alert.resend-delay'?: Duration
  /**
   * Global concurrency limit for independent rules that can run concurrently.
   * Default: 4
   */
  'rules.max-concurrent-evals'?: number
  /**
   * Size of a single WAL log entry chunk to be flushed.
   * Default: 1000
   */
  'storage.agent.checkpoint-batch-size'?: number
  /** Use only in-memory series data when building a checkpoint. */
  'storage.agent.checkpoint-from-in-memory-series'?: boolean
  /** Do not create lockfile in data directory. */
  'storage.agent.no-lockfile'?: boolean
  /**
   * Base path for metrics storage.
   * Default: data-agent/
   */
  'storage.agent.path'?: string
  /**
   * Maximum age samples may be before being forcibly deleted when the WAL is truncated Use with agent mode only.
   * Default: 4h
   */
  'storage.agent.retention.max-time'?: Duration
  /**
   * Minimum age samples may be before being considered for deletion when the WAL is truncated Use with agent mode only.
   * Default: 5m
   */
  'storage.agent.retention.min-time'?: Duration
  /** Compress the agent WAL. */
  'storage.agent.wal-compression'?: boolean
  /** How long to wait flushing sample on shutdown or config reload. */
  'storage.remote.flush-deadline'?: Duration
  /**
   * Maximum number of concurrent remote read calls. 0 means no limit.
   * Default: 10
   */
  'storage.remote.read-concurrent-limit'?: number
  /**
   * Maximum number of bytes in a single frame for streaming remote read response types before marshalling.
   * Default: 1048576
   */
  'storage.remote.read-max-bytes-in-frame'?: number
  /**
   * Maximum overall number of samples to return via the remote read interface, in a single query. 0 means no limit.
   * Default: 5e7
   */
  'storage.remote.read-sample-limit'?: number
  /** Hidden from the help. */
  'storage.tsdb.allow-overlapping-compaction'?: boolean
  /** Path to a JSON file with uploaded TSDB blocks e.g. */
  'storage.tsdb.delay-compact-file.path'?: string
  /**
   * Size of the queue through which head chunks are written to the disk to be m-mapped, 0 disables the queue completely.
   * Default: 0
   */
  'storage.tsdb.head-chunks-write-queue-size'?: number
  /** Hidden from the help. */
  'storage.tsdb.max-block-duration'?: Duration
  /** Hidden from the help. */
  'storage.tsdb.min-block-duration'?: Duration
  /** Do not create lockfile in data directory. */
  'storage.tsdb.no-lockfile'?: boolean
  /**
   * Base path for metrics storage.
   * Default: data/
   */
  'storage.tsdb.path'?: string
  /** [EXPERIMENTAL] Path to configuration file that can enable TLS or authentication. */
  'web.config.file'?: string
  /**
   * Path to the console library directory.
   * Default: console_libraries
   */
  'web.console.libraries'?: string
  /**
   * Path to the console template directory, available at /consoles.
   * Default: consoles
   */
  'web.console.templates'?: string
  /**
   * Regex for CORS origin.
   * Default: .*
   */
  'web.cors.origin'?: string
  /** Enable API endpoints for admin control actions. */
  'web.enable-admin-api'?: boolean
  /** Enable shutdown and reload via HTTP request. */
  'web.enable-lifecycle'?: boolean
  /** Enable API endpoint accepting OTLP write requests. */
  'web.enable-otlp-receiver'?: boolean
  /** Enable API endpoint accepting remote write requests. */
  'web.enable-remote-write-receiver'?: boolean
  /** The URL under which Prometheus is externally reachable (for example, if Prometheus is served via a reverse proxy). */
  'web.external-url'?: string
  /**
   * Address to listen on for UI, API, and telemetry.
   * Default: 0.0.0.0:9090
   */
  'web.listen-address'?: readonly string[]
  /**
   * Maximum number of simultaneous connections across all listeners.
   * Default: 512
   */
  'web.max-connections'?: number
  /**
   * Limits the maximum number of subscribers that can concurrently receive live notifications.
   * Default: 16
   */
  'web.max-notifications-subscribers'?: number
  /**
   * Document title of Prometheus instance.
   * Default: Prometheus Time Series Collection and Processing Server
   */
  'web.page-title'?: string
  /**
   * Maximum duration before timing out read of the request, and closing idle connections.
   * Default: 5m
   */
  'web.read-timeout'?: Duration
  /**
   * List of the remote write protobuf messages to accept when receiving the remote writes.
   * Default: prometheus.WriteRequest...
   */
  'web.remote-write-receiver.accepted-protobuf-messages'?: readonly string[]
  /** Prefix for the internal routes of web endpoints. */
  'web.route-prefix'?: string
  /**
   * Hard upper bound on the "limit" query parameter accepted by the experimental search API (--enable-feature=search-api).
   * Default: 10000
   */
  'web.search.max-limit'?: number
  /** Path to static asset directory, available at /user. */
  'web.user-assets'?: string
}
