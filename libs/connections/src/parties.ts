import type { ComponentName } from '@thanos-fleet/catalog'

/** What is outside of the stack and takes part in connections. */
export type External =
  | 'kubernetes-api'
  | 'kubelet'
  | 'object-store'
  | 'identity-provider'
  | 'additional-buckets'
  | 'additional-identity-providers'
  | 'alert-receivers'
  | 'ingress-controller'
  | 'database'
  | 'data-sources'
  | 'login-provider'
  | 'remote-storeapi'
  | 'read-clusters'
  | 'remote-write-endpoints'
  | 'written-cluster'
  | 'external-alertmanagers'
  | 'tracing-collector'
  | 'extra-targets'
  | ExternalClient

/** What opens connections to the stack from outside, in pods of other namespaces. */
export type ExternalClient = 'otlp-clients' | 'remote-write-clients'

export type Party = ComponentName | External

/** The protocol of a connection, as the field calls it. */
export type Api =
  | 'StoreAPI'
  | 'Query API'
  | 'remote write'
  | 'OTLP'
  | 'alerts'
  | 'gossip'
  | 'blocks'
  | 'credentials'
  | 'cache'
  | 'metrics'
  | 'web page'
  | 'Kubernetes API'
  | 'notifications'
  | 'traces'
  | 'SQL'
  | 'data source'
  | 'login'
