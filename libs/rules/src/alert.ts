import type { Active } from './active.ts'
import type { Job } from './jobs.ts'
import type { AlertingRule, Severity } from './rule-file.ts'

/** An alert as it is written here: everything that every alert must have. */
export interface Alert {
  /** What Alertmanager calls it; its page is docs/runbooks/<name>.md. */
  name: string
  /** The component without which the alert says nothing; null: always. */
  about: Job | null
  /** Further components without which it would be silent, or fire for ever. */
  needs?: readonly Job[]
  severity: Severity
  /** How long the expression must hold, as Prometheus writes durations. */
  for: string
  /** PromQL; over several lines where that is easier to read. */
  expr: string
  summary: string
  /** May use `{{ $labels.x }}` and `{{ $value }}`. */
  description: string
  /** Labels beside the severity, where one alert has a rule for each of several things. */
  labels?: Record<string, string>
}

/** An alert of a list that is about one component. */
export type Statement = Omit<Alert, 'about'>

/** Alerts that are all about one component. */
export function about(component: Job | null, statements: readonly Statement[]): Alert[] {
  return statements.map(statement => ({ ...statement, about: component }))
}

/** The alert as Prometheus reads it. */
export function alertingRule(alert: Alert, active: Active): AlertingRule {
  return {
    alert: alert.name,
    expr: dedent(alert.expr),
    ...(alert.for === '0s' ? {} : { for: alert.for }),
    labels: { ...alert.labels, severity: alert.severity },
    annotations: {
      summary: alert.summary,
      description: alert.description,
      runbook_url: active.runbookUrl.replace('{runbook}', alert.name),
    },
  }
}

/** Without the indentation that an expression of several lines has only because it stands inside of code. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  const common = Math.min(...indents)
  return lines.map(line => line.slice(common)).join('\n')
}
