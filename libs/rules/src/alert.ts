import type { Active } from './active.ts'
import type { AlertingRule, Severity } from './rule-file.ts'

/** An alert as it is written here: everything that every alert must have. */
export interface Alert {
  /** What Alertmanager calls it; its page is docs/runbooks/<name>.md. */
  name: string
  /** The component without which the alert says nothing; null: always. */
  about: string | null
  severity: Severity
  /** How long the expression must hold, as Prometheus writes durations. */
  for: string
  /** PromQL; a function where thresholds depend on the cluster. */
  expr: string | ((active: Active) => string)
  summary: string
  /** May use `{{ $labels.x }}` and `{{ $value }}`. */
  description: string
}

/** The alert as Prometheus reads it. */
export function alertingRule(alert: Alert, active: Active): AlertingRule {
  return {
    alert: alert.name,
    expr: typeof alert.expr === 'string' ? alert.expr : alert.expr(active),
    ...(alert.for === '0s' ? {} : { for: alert.for }),
    labels: { severity: alert.severity },
    annotations: {
      summary: alert.summary,
      description: alert.description,
      runbook_url: `${active.runbookBase}/${alert.name}.md`,
    },
  }
}
