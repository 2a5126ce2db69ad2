import { queryReplicaLabels } from '@thanos-fleet/authoring'
import { type ClusterSpec, completeDefaults } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { addedOnTheWay, alertRelabelling, ownLabels } from './labels.ts'

const spec: ClusterSpec = {
  ...completeDefaults('receive-mode', 'a'),
  externalLabels: { cluster: 'a', region: 'eu' },
}
type Labels = Record<string, string>

const own: Labels = Object.fromEntries(
  ownLabels(spec).map((label) => [label.split('=')[0] ?? '', (label.split('=')[1] ?? '').replaceAll('"', '')]),
)

/** Alerts as rules make them: about a cluster, about none, with some of the cluster's labels only. */
const alerts: Labels[] = [
  { alertname: 'A', severity: 'critical' },
  { alertname: 'A', severity: 'critical', cluster: 'b' },
  { alertname: 'A', severity: 'critical', cluster: 'a', region: 'us' },
  { alertname: 'A', pod: 'x', namespace: 'y', job: 'z' },
]

interface Relabelling {
  source_labels?: string[]
  separator?: string
  regex: string
  target_label?: string
  replacement?: string
  action?: string
}

/** What Rule sends of an alert. Source: pkg/alert/alert.go, Push; model/relabel of Prometheus */
function sent(alert: Labels): Labels {
  const { rule_replica: _dropped, ...added } = own
  const rules = JSON.parse(alertRelabelling(spec)) as Relabelling[]
  return rules.reduce<Labels>(
    (labels, { source_labels = [], separator = ';', regex, target_label, replacement = '$1', action }) => {
      const form = new RegExp(`^(?:${regex})$`)
      if (action === 'labeldrop') return Object.fromEntries(Object.entries(labels).filter(([name]) => !form.test(name)))
      const value = source_labels.map((name) => labels[name] ?? '').join(separator)
      return target_label === undefined || !form.test(value)
        ? labels
        : { ...labels, [target_label]: value.replace(form, replacement) }
    },
    { ...alert, ...added },
  )
}

describe('labels of Rule', () => {
  it('have names that no series of a cluster has', () => {
    expect(Object.keys(own)).toEqual(['rule_cluster', 'rule_region', 'rule_replica'])
    for (const name of Object.keys(own)) expect(Object.keys(spec.externalLabels)).not.toContain(name)
  })

  it('leave an alert about a cluster as it is, whoever evaluated it', () => {
    for (const alert of alerts.filter(({ cluster }) => cluster !== undefined)) expect(sent(alert)).toEqual(alert)
  })

  it('tell where an alert that names no cluster was evaluated, under the usual names', () => {
    for (const alert of alerts.filter(({ cluster }) => cluster === undefined))
      expect(sent(alert)).toEqual({ ...alert, cluster: 'a', region: 'eu' })
  })
})

it.each(alerts.map((alert) => [Object.keys(alert).join(', '), alert] as const))(
  'a restarted stateless Rule finds the state of an alert with the labels %s',
  (_names, alert) => {
    // Remote write adds labels that are not there yet, Receive its tenant and itself, and Query removes replicas.
    const stored: Labels = {
      ...own,
      ...alert,
      tenant_id: 'default-tenant',
      receive_replica: 'r-0',
      receive_cluster: 'a',
    }
    const replicas = queryReplicaLabels(spec)
    const queried = Object.entries(stored).filter(([name]) => !replicas.includes(name))
    const found = queried.filter(([name]) => !addedOnTheWay(spec).includes(name))
    expect(Object.fromEntries(found)).toEqual(alert)
  },
)
