/**
 * The labels by which the copies of one series differ. Everything that removes duplicates (Query, the alert relabelling
 * of Prometheus and Rule, Compact's offline deduplication) names them from here.
 * The prefixes keep Receive's and Rule's label from masking the one that Prometheus sent.
 * Source: https://thanos.io/tip/thanos/storage.md/#external-labels
 */
export const replicaLabels = {
  prometheus: 'prometheus_replica',
  receive: 'receive_replica',
  rule: 'rule_replica',
} as const

/**
 * On the blocks of Receive, the cluster that received them: two clusters that share a bucket would otherwise have blocks
 * of equal labels, which Compact would merge. No series carries it on the sidecar's path, so Query ignores it like a
 * replica label; else a series that came both ways would count twice.
 */
export const receivedByLabel = 'receive_cluster'

/** On everything that came through Receive, the tenant that wrote it. Sidecars add no such label. */
export const tenantLabel = 'tenant_id'

/**
 * The name under which Rule has a label of the cluster. What it evaluates may come from other clusters: under the same
 * name, its own value would take the place of theirs in every alert. No other series may have it, so `rule_` is reserved.
 */
export function ruleLabel(name: string): string {
  return `${ruleLabelPrefix}${name}`
}

export const ruleLabelPrefix = 'rule_'
