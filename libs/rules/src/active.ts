/** What decides about the rules of a cluster: its parts, and the numbers that thresholds follow from. */
export interface Active {
  /** The components that the cluster has, by their names in libs/connections. */
  components: ReadonlySet<string>
  /** Ingestors of the largest hashring and how many copies of each series they keep; 0 without Receive. */
  replicationFactor: number
  /** Members that the Alertmanager cluster has. */
  alertmanagers: number
  /** Where the pages of docs/runbooks are read. */
  runbookBase: string
}
