import { yamlText } from '@thanos-fleet/kustomize'

/** A rule file of Prometheus and Thanos Rule. Types, not interfaces: only types are assignable to plain data. */
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

/** `critical` pages someone; `warning` is for the next working day; `info` only explains other alerts. */
export type Severity = 'critical' | 'warning' | 'info'

/** The file as YAML. */
export function ruleFileText(file: RuleFile): string {
  return yamlText(file)
}

/** Whether a rule is an alerting rule, not a recording rule. */
export function isAlert(rule: RecordingRule | AlertingRule): rule is AlertingRule {
  return 'alert' in rule
}
