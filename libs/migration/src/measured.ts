/**
 * What was measured on a running cluster. Times are Unix milliseconds. What could not be measured is missing, and the
 * reason is in `failures`: no condition takes a missing figure for a good one.
 */
export interface Measured {
  time: number
  /** Workloads of the stack, wanted or not. */
  workloads: MeasuredWorkload[]
  /** Pods of Receive that no workload of the cluster wants, such as those that are ending. */
  leaving: string[]
  prometheus: MeasuredPrometheus[]
  sidecars: MeasuredUploader[]
  ingestors: MeasuredUploader[]
  routers: MeasuredRouter[]
  queries: MeasuredQuery[]
  stores: MeasuredStore[]
  /** What Query would have if it did not read one side, for both sides; null where that is not to be decided. */
  preview: { withoutSidecars: Preview | null; withoutIngestors: Preview | null }
  /** Requests that had no answer, or one that was not understood. */
  failures: string[]
}

/** A Deployment, StatefulSet or DaemonSet. */
export interface MeasuredWorkload {
  kind: string
  namespace: string
  name: string
  /** The component, by its label. */
  component: string
  /** Pods that shall be there. */
  replicas: number
  /** Pods that are Ready and of the newest revision. */
  ready: number
  updated: number
  /** Whether its controller has seen the newest specification. */
  observed: boolean
  /** Names of the containers of its pods. */
  containers: string[]
}

/** One replica of Prometheus. */
export interface MeasuredPrometheus {
  pod: string
  /** When the pod was started. */
  started: number
  externalLabels: Record<string, string>
  /** Whether the configuration that it runs has a remote write to Receive. */
  writes: boolean
  /** The oldest sample on its volume; null where there is none. */
  oldest: number | null
  /** Seconds between the newest sample and the newest one that Receive has taken; null without remote write. */
  lagSeconds: number | null
  /** Samples that Receive refused for good, and their window in seconds; null where there is no such figure yet. */
  failed: { samples: number; windowSeconds: number } | null
  /** Requests per second that routers have taken, as it has scraped them; null where there is no such figure. */
  received: number | null
}

/** A sidecar or an ingestor. */
export interface MeasuredUploader {
  pod: string
  started: number
  /** The oldest sample that it has; null where there is none. Of a sidecar, that of its Prometheus. */
  oldest: number | null
}

export interface MeasuredRouter {
  pod: string
  /** Endpoints of its hashrings. */
  endpoints: number
  /** Whether it has taken the newest hashring file. */
  loaded: boolean
}

/** One pod of Query. */
export interface MeasuredQuery {
  pod: string
  replicaLabels: string[]
  /** StoreAPIs of this cluster; those of other clusters are left out. */
  sidecars: MeasuredEndpoint[]
  ingestors: MeasuredEndpoint[]
  /** How often one target is counted where it is counted most; null where nothing is. */
  copies: number | null
}

export interface MeasuredEndpoint {
  address: string
  error: string | null
}

/** One pod of Store. */
export interface MeasuredStore {
  pod: string
  /** The StatefulSet: its pods serve the same blocks. */
  workload: string
  blocks: MeasuredBlock[]
}

/** A block that a Store serves. */
export interface MeasuredBlock {
  id: string
  labels: Record<string, string>
  minTime: number
  /** Exclusive. */
  maxTime: number
}

/** Samples of each replica of Prometheus in spans of time, with all StoreAPIs and without one side. */
export interface Preview {
  spanSeconds: number
  from: number
  to: number
  /** Spans in which something would be missing. */
  missing: { replica: string; end: number; has: number; would: number }[]
  /** Samples that Query has with all StoreAPIs. */
  samples: number
}
