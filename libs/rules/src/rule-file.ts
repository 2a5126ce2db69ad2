import { stringify } from 'yaml'

/** A file of rules, as Prometheus and Thanos Rule read it. */
export interface RuleFile {
  groups: RuleGroup[]
}

export interface RuleGroup {
  name: string
  interval?: string
  /** Thanos Rule only: whether an evaluation goes on when a StoreAPI does not answer. */
  partial_response_strategy?: 'warn' | 'abort'
  rules: (RecordingRule | AlertingRule)[]
}

export interface RecordingRule {
  record: string
  expr: string
}

export interface AlertingRule {
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
  return stringify(file, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false, blockQuote: 'literal' })
}
