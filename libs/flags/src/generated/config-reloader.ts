// Generated from `prometheus-config-reloader --help` of version 0.93.1.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { GoDuration } from '../values.ts'

export interface ConfigReloaderFlags {
  /**
   * The ratio of reserved GOMEMLIMIT memory to the detected maximum container or system memory.
   * Default: 0.0
   */
  'auto-gomemlimit-ratio'?: number
  /** output file for environment variable substituted config file */
  'config-envsubst-file'?: string
  /** config file watched by the reloader */
  'config-file'?: string
  /**
   * how long the reloader waits before reloading after it has detected a change
   * Default: 1s
   */
  'delay-interval'?: GoDuration
  /** address on which to expose metrics (disabled when empty) */
  'listen-address'?: string
  /**
   * log format to use.
   * Default: logfmt
   */
  'log-format'?: 'json' | 'logfmt'
  /**
   * log level to use.
   * Default: info
   */
  'log-level'?: 'all' | 'debug' | 'error' | 'info' | 'none' | 'warn'
  /**
   * executable name used to match the process when using the signal reload method
   * Default: prometheus
   */
  'process-executable-name'?: string
  /**
   * method used to reload the configuration
   * Default: http
   */
  'reload-method'?: 'http' | 'signal'
  /**
   * how long the reloader waits for a response from the reload URL
   * Default: 30s
   */
  'reload-timeout'?: GoDuration
  /**
   * URL to trigger the configuration
   * Default: http://127.0.0.1:9090/-/reload
   */
  'reload-url'?: string
  /**
   * how long the reloader waits before retrying in case the endpoint returned an error
   * Default: 5s
   */
  'retry-interval'?: GoDuration
  /**
   * URL to check the status of the runtime configuration
   * Default: http://127.0.0.1:9090/api/v1/status/runtimeinfo
   */
  'runtimeinfo-url'?: string
  /**
   * parse this environment variable to create STATEFULSET_ORDINAL_NUMBER, containing the statefulset ordinal number
   * Default: POD_NAME
   */
  'statefulset-ordinal-from-envvar'?: string
  /**
   * how often the reloader re-reads the configuration file and directories; when set to 0, the program runs only once and exits
   * Default: 3m0s
   */
  'watch-interval'?: GoDuration
  /** directory to watch non-recursively */
  'watched-dir'?: readonly string[]
  /** [EXPERIMENTAL] Path to configuration file that can enable TLS or authentication. */
  'web-config-file'?: string
}
