import type { Active } from './active.ts'
import type { Job } from './jobs.ts'
import type { AlertingRule, Severity } from './rule-file.ts'
import { numbersIn, type Thresholds, wordsIn } from './threshold.ts'

/** An alert definition: everything that every alert must have. */
export interface Alert {
  /** The `alertname`; its runbook is docs/runbooks/<name>.md. */
  name: string
  /** The component the alert is about: it is left out where the component is missing. null: always present. */
  about: Job | null
  /** Further components without which it would be silent, or fire forever. */
  needs?: readonly Job[]
  severity: Severity
  /** How long the expression must hold, as a Prometheus duration. */
  for: string
  /** The numbers of the expression that clusters may set, by name; `%{name}` in the texts stands for one. */
  thresholds?: Thresholds
  /** PromQL; may span several lines. */
  expr: string
  summary: string
  /** May use `{{ $labels.x }}` and `{{ $value }}`. */
  description: string
  /** Labels in addition to the severity, where an alert has several rules. */
  labels?: Record<string, string>
}

/** An alert in a list about one component. */
export type Statement = Omit<Alert, 'about'>

/** Alerts that are all about one component. */
export function about(component: Job | null, statements: readonly Statement[]): Alert[] {
  return statements.map((statement) => ({ ...statement, about: component }))
}

/** The alert as Prometheus reads it. */
export function alertingRule(alert: Alert, active: Active): AlertingRule {
  const { name, thresholds = {} } = alert
  const tuning = (Object.hasOwn(active.alerts ?? {}, name) ? active.alerts?.[name] : undefined) ?? false
  const values = tuning === false ? {} : tuning.thresholds
  return {
    alert: name,
    expr: numbersIn(dedent(alert.expr), thresholds, values),
    ...(alert.for === '0s' ? {} : { for: alert.for }),
    labels: { ...alert.labels, severity: alert.severity },
    annotations: {
      summary: wordsIn(alert.summary, thresholds, values),
      description: wordsIn(alert.description, thresholds, values),
      runbook_url: active.runbookUrl.replace('{runbook}', name),
    },
  }
}

/** Removes the indentation that a multi-line expression has only because it is embedded in code. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const common = Math.min(...indents)
  return lines.map((line) => line.slice(common)).join('\n')
}
