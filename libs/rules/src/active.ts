import type { Severity } from './rule-file.ts'
import type { ThresholdValues } from './threshold.ts'

/** What determines the rules of a cluster: its components, and the numbers that thresholds are derived from. */
export interface Active {
  /** The components that the cluster has, by their names in libs/connections. */
  components: ReadonlySet<string>
  /** Whether Prometheus writes samples to Receive or elsewhere. */
  remoteWrites: boolean
  /** How many copies of each series the ingestors keep; 0 without Receive. */
  replicationFactor: number
  /** Whether alerts are sent to somebody: to Alertmanager here, or to others. */
  notifies: boolean
  /** Members that the Alertmanager cluster has. */
  alertmanagers: number
  /** Where the page of an alert is read: a URL with `{runbook}` for its name. */
  runbookUrl: string
  /** Alerts that are switched off or changed, by name. */
  alerts?: Readonly<Record<string, Tuning | false>>
  /** Labels of every alert. */
  alertLabels?: Readonly<Record<string, string>>
  /** Replicas of Prometheus. Alerts that compare with a number that is not given are left out. */
  prometheusReplicas?: number
  /** Compactors that shall run: one, or one for each shard of blocks. By default one. */
  compactors?: number
  /** Pods that serve the StoreAPI to Query, by what Query calls their type. */
  storeApis?: Readonly<Partial<Record<StoreType, number>>>
  /** Endpoints of each hashring of Receive, by its name. */
  hashrings?: Readonly<Record<string, number>>
  /** The external labels of the cluster, where Query also reads series of others. */
  ownLabels?: Readonly<Record<string, string>>
  /** The clusters that Query also reads. */
  readClusters?: readonly { name: string; externalLabels: Readonly<Record<string, string>> }[]
  /** The clusters that send their samples to this one, each as the tenant of its name. */
  writers?: readonly string[]
  /** Whether cert-manager makes certificates for the stack. */
  certificates?: boolean
  /** The namespaces of the stack. Workloads of others are not alerted about; by default all are. */
  namespaces?: readonly string[]
}

/** The values of the label `store_type` in the metrics of Thanos Query. */
export type StoreType = 'sidecar' | 'receive' | 'store' | 'rule'

/** How a cluster wants an alert; what is left out stays as it is shipped. */
export interface Tuning {
  for?: string
  severity?: Severity
  /** Numbers of its expression, by name. */
  thresholds?: ThresholdValues
  labels?: Readonly<Record<string, string>>
  annotations?: Readonly<Record<string, string>>
}
