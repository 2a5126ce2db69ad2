// Generated from `kube-state-metrics --help` of version 2.20.0.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { GoDuration } from '../values.ts'

export interface KubeStateMetricsFlags {
  /** If true, adds the file directory to the header of the log messages */
  'add_dir_header'?: boolean
  /** log to standard error as well as files (no effect when -logtostderr=true) */
  'alsologtostderr'?: boolean
  /** logs at or above this threshold go to stderr when -alsologtostderr=true (no effect when -logtostderr=true) */
  'alsologtostderrthreshold'?: string
  /** The URL of the apiserver to use as a master */
  'apiserver'?: string
  /** If true, requires authentication and authorization through Kubernetes API to access metrics endpoints */
  'auth-filter'?: boolean
  /** Automatically set GOMEMLIMIT to match container or system memory limit. (experimental) */
  'auto-gomemlimit'?: boolean
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory. (experimental)
   * Default: 0.9
   */
  'auto-gomemlimit-ratio'?: number
  /** Path to the kube-state-metrics options config YAML file. */
  'config'?: string
  /** If true, kube-state-metrics continues to run even if the config file specified by --config is not present. */
  'continue-without-config'?: boolean
  /** If true, Kube-state-metrics continues to run even if the config file specified by --custom-resource-state-config-file is not present. */
  'continue-without-custom-resource-state-config-file'?: boolean
  /** Inline Custom Resource State Metrics config YAML (experimental) */
  'custom-resource-state-config'?: string
  /** Path to a Custom Resource State Metrics config file (experimental) */
  'custom-resource-state-config-file'?: string
  /** Only provide Custom Resource State metrics (experimental) */
  'custom-resource-state-only'?: boolean
  /** Gzip responses when requested by clients via 'Accept-Encoding: gzip' header. */
  'enable-gzip-encoding'?: boolean
  /**
   * Host to expose metrics on.
   * Default: ::
   */
  'host'?: string
  /** Absolute path to the kubeconfig file */
  'kubeconfig'?: string
  /**
   * If true, stderrthreshold is ignored when logtostderr=true (legacy behavior).
   * Default: true
   */
  'legacy_stderr_threshold_behavior'?: boolean
  /**
   * when logging hits line file:N, emit a stack trace
   * Default: :0
   */
  'log_backtrace_at'?: string
  /** If non-empty, write log files in this directory (no effect when -logtostderr=true) */
  'log_dir'?: string
  /** If non-empty, use this log file (no effect when -logtostderr=true) */
  'log_file'?: string
  /**
   * Defines the maximum size a log file can grow to (no effect when -logtostderr=true).
   * Default: 1800
   */
  'log_file_max_size'?: number
  /**
   * log to standard error instead of files
   * Default: true
   */
  'logtostderr'?: boolean
  /** Comma-separated list of metrics to be exposed. */
  'metric-allowlist'?: string
  /** Comma-separated list of Kubernetes annotation keys that will be used in the resource' labels metric. */
  'metric-annotations-allowlist'?: string
  /** Comma-separated list of metrics not to be enabled. */
  'metric-denylist'?: string
  /** Comma-separated list of additional Kubernetes label keys that will be used in the resource' labels metric. */
  'metric-labels-allowlist'?: string
  /** Comma-separated list of metrics which are opt-in and not enabled by default. */
  'metric-opt-in-list'?: string
  /** Comma-separated list of namespaces to be enabled. */
  'namespaces'?: string
  /** Comma-separated list of namespaces not to be enabled. */
  'namespaces-denylist'?: string
  /** Name of the node that contains the kube-state-metrics pod. */
  'node'?: string
  /** The total number of objects to list per resource from the API Server. (experimental) */
  'object-limit'?: number
  /** If true, only write logs to their native severity level (vs also writing to each lower severity level; no effect when -logtostderr=true) */
  'one_output'?: boolean
  /** Name of the pod that contains the kube-state-metrics container. */
  'pod'?: string
  /** Name of the namespace of the pod specified by --pod. */
  'pod-namespace'?: string
  /**
   * Port to expose metrics on.
   * Default: 8080
   */
  'port'?: number
  /** Comma-separated list of resources to be enabled. */
  'resources'?: string
  /**
   * The maximum amount of time to wait for the next request when keep-alives are enabled.
   * Default: 5m0s
   */
  'server-idle-timeout'?: GoDuration
  /**
   * The maximum duration for reading the header of requests.
   * Default: 5s
   */
  'server-read-header-timeout'?: GoDuration
  /**
   * The maximum duration for reading the entire request, including the body.
   * Default: 1m0s
   */
  'server-read-timeout'?: GoDuration
  /**
   * The maximum duration before timing out writes of the response.
   * Default: 1m0s
   */
  'server-write-timeout'?: GoDuration
  /**
   * The instances shard nominal (zero indexed) within the total number of shards.
   * Default: 0
   */
  'shard'?: number
  /** If true, avoid header prefixes in the log messages */
  'skip_headers'?: boolean
  /** If true, avoid headers when opening log files (no effect when -logtostderr=true) */
  'skip_log_headers'?: boolean
  /**
   * logs at or above this threshold go to stderr when writing to files and stderr (no effect when -logtostderr=true or -alsologtostderr=true unless -legacy_stderr_threshold_behavior=false)
   * Default: 2
   */
  'stderrthreshold'?: string
  /**
   * Host to expose kube-state-metrics self metrics on.
   * Default: ::
   */
  'telemetry-host'?: string
  /**
   * Port to expose kube-state-metrics self metrics on.
   * Default: 8081
   */
  'telemetry-port'?: number
  /** Path to the TLS configuration file */
  'tls-config'?: string
  /**
   * The total number of shards.
   * Default: 1
   */
  'total-shards'?: number
  /** This configuration is used in conjunction with node configuration. */
  'track-unscheduled-pods'?: boolean
  /** Sets resourceVersion=0 for ListWatch requests, using cached resources from the apiserver instead of an etcd quorum read. */
  'use-apiserver-cache'?: boolean
  /** number for the log level verbosity */
  'v'?: string
  /** comma-separated list of pattern=N settings for file-filtered logging Use "kube-state-metrics [command] --help" for more information about a command. */
  'vmodule'?: string
}
