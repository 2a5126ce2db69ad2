import { queryReplicaLabels, replicaLabels, tenantLabel } from '@thanos-fleet/authoring'
import { type ClusterSpec, ruleLabel } from '@thanos-fleet/cluster-spec'

/** Who evaluates: the labels of the cluster under names that no data has, and the replica. */
export function ownLabels({ externalLabels }: ClusterSpec): string[] {
  return [
    ...Object.entries(externalLabels).map(([name, value]) => `${ruleLabel(name)}=${JSON.stringify(value)}`),
    // There is no shell: a quote around the name would be a part of it.
    `${replicaLabels.rule}="$(POD_NAME)"`,
  ]
}

const marker = '__own'

/**
 * An alert that names no cluster is about the one that evaluates it, and gets its labels under their usual names, by which
 * Alertmanager routes and groups; one that names a cluster keeps what it says.
 * Source: https://thanos.io/tip/components/rule.md/#flags; labels of Rule are on alerts before they are relabelled
 */
export function alertRelabelling({ externalLabels }: ClusterSpec): string {
  const names = Object.keys(externalLabels)
  return JSON.stringify([
    { source_labels: names, separator: '', regex: '^$', target_label: marker, replacement: 'yes' },
    ...names.map((name) => ({
      source_labels: [marker, ruleLabel(name)],
      regex: 'yes;(.+)',
      target_label: name,
      replacement: '$1',
    })),
    { action: 'labeldrop', regex: [marker, ...names.map(ruleLabel)].join('|') },
  ])
}

/**
 * What a stateless Rule, Receive and its tenants add to the series of alerts on their way. A restarted Rule finds the state of
 * an alert only by exactly the labels of the alert: with any of these, every `for` would begin anew.
 * Source: rules/group.go of Prometheus, RestoreForState
 */
export function addedOnTheWay(spec: ClusterSpec): string[] {
  const names = [...Object.keys(spec.externalLabels).map(ruleLabel), ...queryReplicaLabels(spec), tenantLabel]
  return [...new Set(names)]
}
