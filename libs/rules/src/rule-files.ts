import type { Active } from './active.ts'
import { type Alert, alertingRule } from './alert.ts'
import { alertmanagerAlerts } from './alerts/alertmanager.ts'
import { compactAlerts } from './alerts/compact.ts'
import { downAlerts } from './alerts/down.ts'
import { nodeAlerts } from './alerts/nodes.ts'
import { prometheusAlerts, remoteWriteAlerts } from './alerts/prometheus.ts'
import { queryAlerts } from './alerts/query.ts'
import { receiveAlerts } from './alerts/receive.ts'
import { ruleAlerts } from './alerts/rule.ts'
import { sidecarAlerts } from './alerts/sidecar.ts'
import { storeAlerts } from './alerts/store.ts'
import { workloadAlerts } from './alerts/workloads.ts'
import { globalAlerts } from './global.ts'
import { recordings } from './recording.ts'
import type { RuleFile } from './rule-file.ts'

/** The alerts by subject; each subject is a file. */
export const alertsBySubject: Record<string, Alert[]> = {
  availability: downAlerts,
  prometheus: [...prometheusAlerts, ...remoteWriteAlerts],
  'thanos-sidecar': sidecarAlerts,
  'thanos-query': queryAlerts,
  'thanos-store': storeAlerts,
  'thanos-compact': compactAlerts,
  'thanos-rule': ruleAlerts,
  'thanos-receive': receiveAlerts,
  alertmanager: alertmanagerAlerts,
  nodes: nodeAlerts,
  workloads: workloadAlerts,
}

/** The rules that each Prometheus evaluates over its own data, by file name. Rules about absent components are left out. */
export function localRuleFiles(active: Active): Record<string, RuleFile> {
  const recorded = recordings.filter(({ about }) => about === null || active.components.has(about)).map(({ record, expr }) => ({ record, expr }))
  return {
    'recording.yaml': { groups: [{ name: 'recording', rules: recorded }] },
    ...Object.fromEntries(Object.entries(alertsBySubject).flatMap(([subject, alerts]) => {
      const file = alertFile(subject, alerts, active)
      return file === null ? [] : [[`${subject}.yaml`, file]]
    })),
  }
}

/** The rules that Thanos Rule evaluates over the data of all Prometheus servers, by file name. */
export function globalRuleFiles(active: Active): Record<string, RuleFile> {
  const file = alertFile('global', globalAlerts, active)
  return file === null ? {} : { 'global.yaml': file }
}

function alertFile(subject: string, alerts: Alert[], active: Active): RuleFile | null {
  const rules = alerts.filter(({ about }) => about === null || active.components.has(about)).map(alert => alertingRule(alert, active))
  return rules.length === 0 ? null : { groups: [{ name: subject, rules }] }
}
