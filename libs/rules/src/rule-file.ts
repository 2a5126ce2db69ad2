import { yamlText } from '@thanos-fleet/kustomize'

/** A file of rules, as Prometheus and Thanos Rule read it. Types, not interfaces: only those are plain data to TypeScript. */
export type RuleFile = {
  groups: RuleGroup[]
}

export type RuleGroup = {
  name: string
  interval?: string
  /** Thanos Rule only: whether an evaluation goes on when a StoreAPI does not answer. */
  partial_response_strategy?: 'warn' | 'abort'
  rules: (RecordingRule | AlertingRule)[]
}

export type RecordingRule = {
  record: string
  expr: string
}

export type AlertingRule = {
  alert: string
  expr: string
  for?: string
  keep_firing_for?: string
  labels: { severity: Severity } & Record<string, string>
  annotations: { summary: string; description: string; runbook_url: string }
}

/** `critical` wakes somebody; `warning` is for the next working day; `info` only explains others. */
export type Severity = 'critical' | 'warning' | 'info'

/** The file as YAML. */
export function ruleFileText(file: RuleFile): string {
  return yamlText(file)
}

/** Whether a rule raises an alert, and does not record a series. */
export function isAlert(rule: RecordingRule | AlertingRule): rule is AlertingRule {
  return 'alert' in rule
}
