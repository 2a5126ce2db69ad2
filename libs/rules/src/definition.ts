import type { RecordingRule, Rule, RuleGroup, Severity } from './rule-file.ts'

/** An alert as its author states it; the page that explains it follows from its name. */
export interface Alert {
  name: string
  severity: Severity
  /** How long the expression must hold, in the notation of Prometheus. */
  for: string
  expr: string
  /** One line; may use `{{ $labels.x }}`. */
  summary: string
  /** What is seen, with the values, and what it means. */
  description: string
  /** Labels in addition to the severity, for alerts with one rule for each of several things. */
  labels?: Record<string, string>
}

/** A group of alerts and recordings that are evaluated together. */
export interface Group {
  name: string
  alerts?: Alert[]
  records?: RecordingRule[]
}

export const runbookBase = 'https://github.com/thanos-fleet/thanos-fleet/blob/main/docs/runbooks'

/** A group in the form that Prometheus reads. @param base the folder of the runbook pages, without a final slash */
export function ruleGroup({ name, alerts = [], records = [] }: Group, base: string): RuleGroup {
  return { name, rules: [...records.map(recording), ...alerts.map(alert => alerting(alert, base))] }
}

function recording(record: RecordingRule): Rule {
  return { ...record, expr: dedent(record.expr) }
}

function alerting({ name, severity, for: duration, expr, summary, description, labels }: Alert, base: string): Rule {
  return {
    alert: name,
    expr: dedent(expr),
    for: duration,
    labels: { ...labels, severity },
    annotations: { summary, description, runbook_url: `${base}/${name}.md` },
  }
}

/** Without the indentation that the expression has only because it stands inside of code. */
function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  const common = Math.min(...indents)
  return lines.map(line => line.slice(common)).join('\n')
}
