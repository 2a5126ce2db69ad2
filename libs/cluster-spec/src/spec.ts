import type { Mode } from '@thanos-fleet/catalog'
import type { Duration, Quantity } from '@thanos-fleet/kubernetes'
import type { AlertSettings } from './alert-settings.ts'
import type { AlertmanagerSettings, ExternalAlertmanagers } from './alertmanager-spec.ts'
import type { Destination, ImageSettings } from './delivery.ts'
import type { Extra } from './extra-spec.ts'
import type { GrafanaSettings } from './grafana-spec.ts'
import type { ClusterChoice, Identity, Links } from './links/links.ts'
import type { Migration } from './migration-state.ts'
import type { OwnObject } from './objects/own-object.ts'
import type { ContainerExtras, PodSettings, PodsSpec } from './pod-spec.ts'
import type { AdditionalBucket, ObjectStore } from './object-store-spec.ts'
import type { PrometheusFileSettings } from './prometheus-spec.ts'
import type { GrpcTls, Ingress, NetworkPolicySettings, Storage, Topology, Tracing } from './platform-spec.ts'

/**
 * What a cluster shall be, complete: every default is filled in. This is the only input of the model (libs/stack).
 * What a person writes in `cluster.yaml` is the same shape with nearly everything optional (see schema.ts); what fills
 * the rest is in defaults.ts.
 */
export interface ClusterSpec {
  /** The cluster's name, and that of its folder below `clusters/`. */
  name: string
  mode: Mode
  /** The step of a migration to the other mode; null: no migration. */
  migration: Migration | null
  /**
   * The cluster of the fleet that gets every sample of this one by remote write, as a tenant of the name of this one, and in
   * which all of Thanos is (receive-mode only); null: this cluster has its own.
   */
  sendsTo: string | null
  /** The rollout ring: rings receive a change one after the other. */
  ring: string
  /** Which versions of the images to use; see versions.json. */
  channel: string
  /** Where images are pulled from, and which versions differ from the channel's. */
  images: ImageSettings
  /** How GitOps controllers know the cluster. */
  gitops: { destination: Destination }
  /** Where the runbook of an alert is read: a URL with `{runbook}` for its name. */
  runbookUrl: string
  /** Alerts that are switched off or differ from how they are shipped, by name. */
  alerts: Record<string, AlertSettings | false>
  /** Labels of every alert. */
  alertLabels: Record<string, string>
  /** The namespace of everything but node-exporter, which needs more privileges than "restricted" grants. */
  namespace: string
  /** Whether the namespaces are made here; false: they exist already, and belong to someone else. */
  namespaces: boolean
  /** Added to every series and block of this cluster; together they must be unique in the fleet. */
  externalLabels: Record<string, string>
  /** Labels and annotations of every object and of every pod, beside its own. */
  labels: Record<string, string>
  annotations: Record<string, string>
  /** What every pod has beside what it needs. */
  pods: PodsSpec
  /** The bucket; null: this cluster sends its samples to another one, which keeps them. */
  objectStore: ObjectStore | null
  /** Buckets that are only read, such as that of before; Query has their blocks from Stores of their own. */
  additionalBuckets: AdditionalBucket[]
  storage: Storage
  topology: Topology
  /** Whether pods name their user and groups; false: the cluster gives them, as OpenShift does. */
  security: { fixedUsers: boolean }
  networkPolicy: NetworkPolicySettings
  /** Encrypts all gRPC with certificates of a cert-manager issuer; null leaves it in the clear. */
  grpcTls: GrpcTls | null
  /** How this cluster and others of the fleet know each other; null: it has no part with them. */
  identity: Identity | null
  /** Sends spans of Prometheus, Thanos and Alertmanager to a collector; null sends none. */
  tracing: Tracing | null
  ingress: Ingress | null
  prometheus: PrometheusSpec
  sidecar: Container & { limits: ReadLimits }
  query: Workload & {
    autoscaling: Autoscaling | null
    /** Clusters of the fleet whose StoreAPI is read too. */ clusters: ClusterChoice[]
    /** Further StoreAPI servers, of no cluster of the fleet. */ extraEndpoints: string[]
    /** Series that differ only in their tenant are copies of one. */ deduplicateTenants: boolean
    timeout: Duration
    maxConcurrent: number
    /** Selectors of one query at a time. */ maxConcurrentSelect: number
    limits: ReadLimits
  }
  /** Query Frontend, which splits and caches queries; null: Grafana and people ask Query. */
  queryFrontend: QueryFrontendSpec | null
  store: StoreSpec
  compact: CompactSpec
  /** Thanos Rule, for alerts that need data of several Prometheus; null deploys none. */
  rule: RuleSpec | null
  receive: ReceiveSpec
  bucketWeb: Workload | null
  /** null: there is none here. */
  alertmanager: AlertmanagerSpec | null
  /** Those that others run, which get all alerts instead (`alertmanager.external`); null and no own: nobody is notified. */
  externalAlertmanagers: ExternalAlertmanagers | null
  /** null: the nodes are watched by others, or not at all. */
  nodeExporter: NodeExporterSpec | null
  kubeStateMetrics: Workload | null
  grafana: GrafanaSpec | null
  memcached: Workload & { /** Memory for cached items, of each replica. */ cacheSize: Quantity }
  /** Files of this cluster's folder that are added to what the repository generates. */
  extra: Extra
  /** Objects in `objects/` of this cluster's folder, which are deployed with it. */
  objects: OwnObject[]
  /** What follows from what this cluster and others of the fleet say of each other; see links/resolve.ts. */
  links: Links
}

export type { AlertSettings, Mode, OwnObject }
export type * from './alertmanager-spec.ts'
export type * from './extra-spec.ts'
export type * from './grafana-spec.ts'
export type * from './http-client-spec.ts'
export type * from './links/links.ts'
export type * from './object-store-spec.ts'
export type * from './platform-spec.ts'
export type * from './pod-spec.ts'
export type * from './prometheus-spec.ts'

/** Settings of one container. */
export interface Container extends ContainerExtras {
  resources: Resources
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** Flags that this repository has no setting for, without dashes: `{"tsdb.path": "/x"}`. Checked against the binary. */
  extraFlags: Record<string, string | string[] | boolean>
}

/** Settings of a component with its own pods. */
export interface Workload extends Container, PodSettings {
  replicas: number
  nodeSelector: Record<string, string>
  tolerations: Toleration[]
  priorityClassName: string | null
}

/** Settings of what runs on every node, by default whatever its taints. */
export interface NodeExporterSpec extends Container, PodSettings {
  nodeSelector: Record<string, string>
  tolerations: Toleration[]
  priorityClassName: string | null
  /** Where it listens on the network of the node. */
  port: number
}

export interface Toleration {
  key?: string
  operator?: 'Exists' | 'Equal'
  value?: string
  effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute'
}

export interface Resources {
  cpu: { request: Quantity; limit: Quantity | null }
  memory: { request: Quantity; limit: Quantity }
  ephemeralStorage: { request: Quantity; limit: Quantity }
}

/** A component with a volume per replica. */
export interface StatefulWorkload extends Workload {
  volumeSize: Quantity
  /** The StorageClass of these volumes; null: that of all. */
  storageClass: string | null
}

export interface Autoscaling {
  minReplicas: number
  maxReplicas: number
  /** Average CPU use, in percent of the request, that is aimed at. */
  cpuPercent: number
  /** The replicas of a running Deployment were given another owner before the autoscaler was switched on. */
  handover?: 'done'
}

export interface PrometheusSpec extends StatefulWorkload, PrometheusFileSettings {
  scrapeInterval: Duration
  evaluationInterval: Duration
  retention: Duration
  /** Bytes of blocks after which the oldest are dropped, whatever their age; null: no bound. */
  retentionSize: Quantity | null
  /**
   * How kubelets are scraped, always with verified TLS: `direct` needs serving certificates signed by the cluster's
   * authority (kubelet `serverTLSBootstrap`); `api-server-proxy` works everywhere, but its permission (nodes/proxy)
   * reaches further than reading metrics.
   */
  kubeletAccess: 'direct' | 'api-server-proxy'
}

/** What one request of a StoreAPI may return; beyond it fails. Zero means no limit. */
export interface ReadLimits {
  requestSeries: number
  requestSamples: number
}

export interface StoreSpec extends StatefulWorkload {
  /** Hash shards: each serves its share of the blocks, with `replicas` pods. */
  shards: number
  /** Time partitions, oldest first; null: one that serves everything. */
  timePartitions: TimePartition[] | null
  indexCache: Cache
  bucketCache: Cache
  /** Memory for the chunks of all queries together; beyond it they fail. null: half of what caches leave. */
  chunkPool: Quantity | null
  limits: ReadLimits & {
    /** What one request may fetch from the bucket or its cache; null: no limit. */ requestBytes: Quantity | null
    /** Requests for series at a time; others wait. */ concurrency: number
  }
}

/** A span of block times; null is open. Durations are relative to now, `-2w`. */
export interface TimePartition {
  name: string
  minTime: `-${Duration}` | null
  maxTime: `-${Duration}` | null
}

export interface QueryFrontendSpec extends Workload {
  autoscaling: Autoscaling | null
  /** Long queries are cut into pieces of this length. */
  splitInterval: Duration
  /** The longest time from start to end of a range query; `0s`: no limit. */
  maxQueryLength: Duration
  /** Pieces of one query at a time. */
  maxParallelism: number
  cache: Cache
}

export type Cache = { type: 'in-memory'; maxSize: Quantity } | { type: 'memcached' }

export interface CompactSpec extends StatefulWorkload {
  replicas: 1
  /** How long each resolution is kept; `0d` keeps forever. */
  retention: { raw: Duration; fiveMinutes: Duration; oneHour: Duration }
  /** How long a block marked for deletion stays; Store ignores it after half of that. */
  deleteDelay: Duration
  /** Compactors over disjoint sets of blocks, by the values of a label; one without values takes the rest; null: one for all. */
  shards: { name: string; label: string; values: string[] }[] | null
  /** Merges overlapping blocks of one writer, also where `mergesOverlaps` does not ask for it. */
  verticalCompaction: boolean
  /** Removes the copies of replicas from the bucket. */
  offlineDeduplication: boolean
  concurrency: number
}

export interface RuleSpec extends StatefulWorkload {
  /** Stateful keeps its results and uploads blocks; stateless writes them to Receive (receive-mode only). */
  kind: 'stateful' | 'stateless'
  evaluationInterval: Duration
  retention: Duration
  limits: ReadLimits
}

export interface ReceiveSpec {
  replicationFactor: number
  router: Workload & { autoscaling: Autoscaling | null }
  /** Routers for other clusters, there while some send to this one. */
  edge: Workload
  ingestor: Omit<StatefulWorkload, 'replicas'> & {
    retention: Duration
    outOfOrderWindow: Duration
    limits: ReadLimits
  }
  /** In the order in which tenants are matched; the one without tenants takes the rest and comes last. */
  hashrings: Hashring[]
  /** What one tenant may send; the key `default` is for those not named. */
  limits: { default: TenantLimits; tenants: Record<string, Partial<TenantLimits>> }
  /** The tenant that Prometheus of this cluster writes as. */
  tenant: string
}

export interface Hashring {
  name: string
  tenants: string[]
  /** Ingestors, in each zone if zones are given. */
  replicas: number
  /** Zones of the nodes, one StatefulSet for each; empty: one StatefulSet without. */
  zones: string[]
}

/** Zero means no limit. */
export interface TenantLimits {
  requestBytes: number
  requestSeries: number
  requestSamples: number
  headSeries: number
}

export interface AlertmanagerSpec extends StatefulWorkload, AlertmanagerSettings {}

export interface GrafanaSpec extends StatefulWorkload, GrafanaSettings {}
