// Generated from `alertmanager --help` of version 0.34.0.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { GoDuration } from '../values.ts'

export interface AlertmanagerFlags {
  /**
   * Interval between alert GC.
   * Default: 30m
   */
  'alerts.gc-interval'?: GoDuration
  /**
   * Maximum number of alerts per alertname.
   * Default: 0
   */
  'alerts.per-alertname-limit'?: number
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /** Explicit address to advertise in cluster. */
  'cluster.advertise-address'?: string
  /** [EXPERIMENTAL] Allow alertmanager to discover and listen on a public IP address. */
  'cluster.allow-insecure-public-advertise-address-discovery'?: boolean
  /**
   * Interval between sending gossip messages.
   * Default: 200ms
   */
  'cluster.gossip-interval'?: GoDuration
  /** The cluster label is an optional string to include on each packet and stream. */
  'cluster.label'?: string
  /**
   * Listen address for cluster.
   * Default: 0.0.0.0:9094
   */
  'cluster.listen-address'?: string
  /** Initial peers (may be repeated). */
  'cluster.peer'?: readonly string[]
  /** Explicit name of the peer, rather than generating a random one */
  'cluster.peer-name'?: string
  /**
   * Time to wait between peers to send notifications.
   * Default: 15s
   */
  'cluster.peer-timeout'?: GoDuration
  /**
   * Time to resolve peers.
   * Default: 15s
   */
  'cluster.peers-resolve-timeout'?: GoDuration
  /**
   * Interval between random node probes.
   * Default: 1s
   */
  'cluster.probe-interval'?: GoDuration
  /**
   * Timeout to wait for an ack from a probed node before assuming it is unhealthy.
   * Default: 500ms
   */
  'cluster.probe-timeout'?: GoDuration
  /**
   * Interval for gossip state syncs.
   * Default: 1m0s
   */
  'cluster.pushpull-interval'?: GoDuration
  /**
   * Interval between attempting to reconnect to lost peers.
   * Default: 10s
   */
  'cluster.reconnect-interval'?: GoDuration
  /**
   * Length of time to attempt to reconnect to a lost peer.
   * Default: 6h0m0s
   */
  'cluster.reconnect-timeout'?: GoDuration
  /**
   * Maximum time to wait for cluster connections to settle before evaluating notifications.
   * Default: 1m0s
   */
  'cluster.settle-timeout'?: GoDuration
  /**
   * Timeout for establishing a stream connection with a remote node for a full state sync, and for stream read and write operations.
   * Default: 10s
   */
  'cluster.tcp-timeout'?: GoDuration
  /** [EXPERIMENTAL] Path to config yaml file that can enable mutual TLS within the gossip protocol. */
  'cluster.tls-config'?: string
  /**
   * Alertmanager configuration file name.
   * Default: alertmanager.yml
   */
  'config.file'?: string
  /**
   * Interval between garbage collection and snapshotting to disk of the silences and the notification logs.
   * Default: 15m
   */
  'data.maintenance-interval'?: GoDuration
  /**
   * How long to keep data for.
   * Default: 120h
   */
  'data.retention'?: GoDuration
  /**
   * Interval between maintenance of aggregation groups in the dispatcher.
   * Default: 30s
   */
  'dispatch.maintenance-interval'?: GoDuration
  /**
   * Minimum amount of time to wait before dispatching alerts.
   * Default: 0s
   */
  'dispatch.start-delay'?: GoDuration
  /** Comma-separated experimental features to enable. */
  'enable-feature'?: string
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
  /** Enable logging silences. */
  'log.silences'?: boolean
  /**
   * Maximum silence size in bytes.
   * Default: 0
   */
  'silences.max-silence-size-bytes'?: number
  /**
   * Maximum number of silences, including expired silences.
   * Default: 0
   */
  'silences.max-silences'?: number
  /**
   * Base path for data storage.
   * Default: data/
   */
  'storage.path'?: string
  /** Path to configuration file that can enable TLS or authentication. */
  'web.config.file'?: string
  /** The URL under which Alertmanager is externally reachable (for example, if Alertmanager is served via a reverse proxy). */
  'web.external-url'?: string
  /**
   * Maximum number of GET requests processed concurrently.
   * Default: 0
   */
  'web.get-concurrency'?: number
  /**
   * Addresses on which to expose metrics and web interface.
   * Default: :9093
   */
  'web.listen-address'?: readonly string[]
  /** Prefix for the internal routes of web endpoints. */
  'web.route-prefix'?: string
  /** Use systemd socket activation listeners instead of port listeners (Linux only). */
  'web.systemd-socket'?: boolean
  /**
   * Timeout for HTTP requests.
   * Default: 0
   */
  'web.timeout'?: GoDuration
}
