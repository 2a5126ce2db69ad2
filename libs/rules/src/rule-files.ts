import type { Active } from './active.ts'
import { type Alert, alertingRule } from './alert.ts'
import { alertmanagerAlerts } from './alerts/alertmanager.ts'
import { certificateAlerts } from './alerts/certificates.ts'
import { compactAlerts } from './alerts/compact.ts'
import { configReloaderAlerts } from './alerts/config-reloader.ts'
import { downAlerts } from './alerts/down.ts'
import { memcachedAlerts } from './alerts/memcached.ts'
import { nodeAlerts } from './alerts/nodes.ts'
import { prometheusAlerts } from './alerts/prometheus.ts'
import { queryFrontendAlerts } from './alerts/query-frontend.ts'
import { queryAlerts } from './alerts/query.ts'
import { receiveEdgeAlerts } from './alerts/receive-edge.ts'
import { receiveAlerts } from './alerts/receive.ts'
import { remoteWriteAlerts } from './alerts/remote-write.ts'
import { ruleAlerts } from './alerts/rule.ts'
import { sidecarAlerts } from './alerts/sidecar.ts'
import { storageAlerts } from './alerts/storage.ts'
import { storeAlerts } from './alerts/store.ts'
import { workloadAlerts } from './alerts/workloads.ts'
import { globalAlerts } from './global.ts'
import { recordings } from './recording.ts'
import type { AlertingRule, RuleFile, RuleGroup } from './rule-file.ts'
import type { Thresholds } from './threshold.ts'
import { tuned } from './tuned.ts'

/** The alerts by subject, one rule file each. Alerts about components that a cluster lacks are still included here. */
export const alertsBySubject: Readonly<Record<string, (active: Active) => Alert[]>> = {
  availability: () => downAlerts,
  prometheus: prometheusAlerts,
  'remote-write': remoteWriteAlerts,
  'thanos-sidecar': () => sidecarAlerts,
  'thanos-query': queryAlerts,
  'thanos-query-frontend': () => queryFrontendAlerts,
  'thanos-store': storeAlerts,
  'thanos-compact': compactAlerts,
  'thanos-rule': ruleAlerts,
  'thanos-receive': receiveAlerts,
  'thanos-receive-edge': receiveEdgeAlerts,
  alertmanager: alertmanagerAlerts,
  'config-reloader': () => configReloaderAlerts,
  memcached: () => memcachedAlerts,
  nodes: nodeAlerts,
  storage: storageAlerts,
  workloads: workloadAlerts,
  certificates: certificateAlerts,
}

/** The rules that each Prometheus evaluates over its own data, by file name, without rules about absent components. */
export function localRuleFiles(active: Active): Record<string, RuleFile> {
  const recorded = recordings
    .filter(({ about }) => isThere(about, active))
    .map(({ record, expr }) => ({ record, expr }))
  return {
    'recording.yaml': { groups: [{ name: 'recording', rules: recorded }] },
    ...Object.fromEntries(
      Object.entries(alertsBySubject).flatMap(([subject, alerts]) => {
        const rules = alertingRules(alerts(active), active)
        return rules.length === 0 ? [] : [[`${subject}.yaml`, { groups: [{ name: subject, rules }] }]]
      }),
    ),
  }
}

/**
 * The rules that Thanos Rule evaluates over the data of all Prometheus servers, by file name. They accept partial
 * responses: a StoreAPI that does not respond may be just what the alert is about.
 */
export function globalRuleFiles(active: Active): Record<string, RuleFile> {
  const rules = alertingRules(globalAlerts(active), active)
  return rules.length === 0
    ? {}
    : { 'global.yaml': { groups: [{ name: 'global', partial_response_strategy: 'warn', rules }] } }
}

/** All rules that a cluster has, in whichever file and program. */
export function rulesOf(active: Active): RuleGroup['rules'] {
  const files = [...Object.values(localRuleFiles(active)), ...Object.values(globalRuleFiles(active))]
  return files.flatMap(({ groups }) => groups).flatMap(({ rules }) => rules)
}

/** The thresholds of each alert that a cluster has, by its name. */
export function thresholdsOf(active: Active): ReadonlyMap<string, Thresholds> {
  const alerts = [...Object.values(alertsBySubject).flatMap((subject) => subject(active)), ...globalAlerts(active)]
  return new Map(alerts.map(({ name, thresholds = {} }) => [name, thresholds]))
}

function alertingRules(alerts: readonly Alert[], active: Active): AlertingRule[] {
  return alerts
    .filter(({ about, needs = [] }) => [about, ...needs].every((component) => isThere(component, active)))
    .flatMap((alert) => tuned(alertingRule(alert, active), active))
}

function isThere(component: string | null, active: Active): boolean {
  return component === null || active.components.has(component)
}
