// Generated from `thanos receive --help` of version 0.42.4.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Duration } from '@thanos-fleet/kubernetes'
import type { Bytes, GoDuration } from '../values.ts'

export interface ThanosReceiveFlags {
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.9
   */
  'auto-gomemlimit.ratio'?: number
  /** Enable go runtime to automatically limit memory consumption. */
  'enable-auto-gomemlimit'?: boolean
  /** Comma separated experimental feature names to enable. */
  'enable-feature'?: readonly string[]
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
   * External labels to announce.
   * Default: key="value"
   */
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
  /**
   * Max number of cached matchers items.
   * Default: 0
   */
  'matcher-cache-size'?: number
  /** Alternative to 'objstore.config-file' flag (mutually exclusive). */
  'objstore.config'?: string
  /** Path to YAML file that contains object store configuration. */
  'objstore.config-file'?: string
  /**
   * Address for the Cap'n Proto server.
   * Default: 0.0.0.0:19391
   */
  'receive.capnproto-address'?: string
  /**
   * Default tenant ID to use when none is provided via a header.
   * Default: default-tenant
   */
  'receive.default-tenant-id'?: string
  /**
   * Number of concurrent workers processing forwarding of remote-write requests.
   * Default: 5
   */
  'receive.forward.async-workers'?: number
  /**
   * Compression algorithm to use for gRPC requests to other receivers.
   * Default: snappy
   */
  'receive.grpc-compression'?: 'none' | 'snappy'
  /** gRPC service configuration file or content in JSON format. */
  'receive.grpc-service-config'?: string
  /** Alternative to 'receive.hashrings-file' flag (lower priority). */
  'receive.hashrings'?: string
  /**
   * The algorithm used when distributing series in the hashrings.
   * Default: hashmod
   */
  'receive.hashrings-algorithm'?: 'hashmod' | 'ketama'
  /** Path to file that contains the hashring configuration. */
  'receive.hashrings-file'?: string
  /**
   * Refresh interval to re-read the hashring configuration file. (used as a fallback)
   * Default: 5m
   */
  'receive.hashrings-file-refresh-interval'?: Duration
  /**
   * The lazy retrieval strategy can buffer up to this number of responses.
   * Default: 20
   */
  'receive.lazy-retrieval-max-buffered-responses'?: number
  /** Hidden from the help. */
  'receive.limits-config-file'?: string
  /** Endpoint of local receive node. */
  'receive.local-endpoint'?: string
  /** Enables target information in OTLP metrics ingested by Receive. */
  'receive.otlp-enable-target-info'?: boolean
  /** (Repeatable) Resource attributes to include in OTLP metrics ingested by Receive. */
  'receive.otlp-promote-resource-attributes'?: readonly string[]
  /** Alternative to 'receive.relabel-config-file' flag (mutually exclusive). */
  'receive.relabel-config'?: string
  /** Path to YAML file that contains relabeling configuration. */
  'receive.relabel-config-file'?: string
  /**
   * HTTP header specifying the replica number of a write request.
   * Default: THANOS-REPLICA
   */
  'receive.replica-header'?: string
  /**
   * How many times to replicate incoming write requests.
   * Default: 1
   */
  'receive.replication-factor'?: number
  /**
   * The protocol to use for replicating remote-write requests.
   * Default: protobuf
   */
  'receive.replication-protocol'?: 'capnproto' | 'protobuf'
  /** Label name through which the request will be split into multiple tenants. */
  'receive.split-tenant-label-name'?: string
  /** Use TLS client's certificate field to determine tenant for write requests. */
  'receive.tenant-certificate-field'?: '' | 'commonName' | 'organization' | 'organizationalUnit'
  /**
   * HTTP header to determine tenant for write requests.
   * Default: THANOS-TENANT
   */
  'receive.tenant-header'?: string
  /**
   * Label name through which the tenant will be announced.
   * Default: tenant_id
   */
  'receive.tenant-label-name'?: string
  /**
   * Address to listen on for remote write requests.
   * Default: 0.0.0.0:19291
   */
  'remote-write.address'?: string
  /** Server name to verify the hostname on the returned TLS certificates. */
  'remote-write.client-server-name'?: string
  /** TLS CA Certificates to use to verify servers. */
  'remote-write.client-tls-ca'?: string
  /** TLS Certificates to use to identify this client to the server. */
  'remote-write.client-tls-cert'?: string
  /** TLS Key for the client's certificate. */
  'remote-write.client-tls-key'?: string
  /**
   * TLS version for the gRPC client, leave blank to default to TLS 1.3, Allowed values: ["1.0", "1.1", "1.2", "1.3"]
   * Default: 1.3
   */
  'remote-write.client-tls-min-version'?: '1.0' | '1.1' | '1.2' | '1.3'
  /** Use TLS when talking to the other receivers. */
  'remote-write.client-tls-secure'?: boolean
  /** Disable TLS certificate verification when talking to the other receivers i.e self signed, signed by fake CA. */
  'remote-write.client-tls-skip-verify'?: boolean
  /** TLS Certificate for HTTP server, leave blank to disable TLS. */
  'remote-write.server-tls-cert'?: string
  /** TLS cipher suites for the HTTP server (repeatable). */
  'remote-write.server-tls-ciphers'?: readonly string[]
  /** TLS CA to verify clients against. */
  'remote-write.server-tls-client-ca'?: string
  /** TLS curves for the HTTP server (repeatable). */
  'remote-write.server-tls-curves'?: readonly string[]
  /** TLS Key for the HTTP server, leave blank to disable TLS. */
  'remote-write.server-tls-key'?: string
  /**
   * TLS version for the HTTP server, leave blank to default to TLS 1.3, Allowed values: ["1.0", "1.1", "1.2", "1.3"]
   * Default: 1.3
   */
  'remote-write.server-tls-min-version'?: '1.0' | '1.1' | '1.2' | '1.3'
  /** Alternative to 'request.logging-config-file' flag (mutually exclusive). */
  'request.logging-config'?: string
  /** Path to YAML file with request logging configuration. */
  'request.logging-config-file'?: string
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
  /** Allow overlapping blocks, which in turn enables vertical compaction and vertical query merge. */
  'tsdb.allow-overlapping-blocks'?: boolean
  /**
   * [EXPERIMENTAL] If non-zero, enables expanded postings cache for compacted blocks.
   * Default: 0
   */
  'tsdb.block.expanded-postings-cache-size'?: number
  /**
   * [EXPERIMENTAL] If non-zero, enables expanded postings cache for the head block.
   * Default: 0
   */
  'tsdb.head.expanded-postings-cache-size'?: number
  /**
   * Enables support for ingesting exemplars and sets the maximum number of exemplars that will be stored per tenant.
   * Default: 0
   */
  'tsdb.max-exemplars'?: number
  /**
   * Maximum number of bytes that can be stored for blocks.
   * Default: 0
   */
  'tsdb.max-retention-bytes'?: Bytes
  /** Do not create lockfile in TSDB data directory. */
  'tsdb.no-lockfile'?: boolean
  /**
   * [EXPERIMENTAL] Configures the maximum capacity for out-of-order chunks (in samples).
   * Default: 0
   */
  'tsdb.out-of-order.cap-max'?: number
  /**
   * [EXPERIMENTAL] Configures the allowed time window for ingestion of out-of-order samples.
   * Default: 0s
   */
  'tsdb.out-of-order.time-window'?: Duration
  /**
   * Data directory of TSDB.
   * Default: ./data
   */
  'tsdb.path'?: string
  /**
   * How long to retain raw samples on local storage. 0d - disables the retention policy (i.e. infinite retention).
   * Default: 15d
   */
  'tsdb.retention'?: Duration
  /**
   * Configures the allowed time window for ingesting samples too far in the future.
   * Default: 0s
   */
  'tsdb.too-far-in-future.time-window'?: Duration
  /** Compress the tsdb WAL. */
  'tsdb.wal-compression'?: boolean
}
