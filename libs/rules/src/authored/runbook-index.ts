import { markdownTable } from '@thanos-fleet/text/tables'
import type { Alert } from '../alert.ts'
import { globalAlerts } from '../global.ts'
import { alertsBySubject } from '../rule-files.ts'
import { wordsIn } from '../threshold.ts'
import { examples } from '../testing/examples.ts'

const introduction = `# Runbooks

One page for each alert in this repository. The annotation \`runbook_url\` of an alert links to its page; pages use the
namespace \`thanos\` and the pod names of the shipped clusters.

## Severity

- **critical**: data is being lost or cannot be queried, or notifications are not delivered. Act immediately.
- **warning**: redundancy is lost, or the problem becomes critical if left alone. Act on the next working day.
- **info**: explains other alerts; not worth a notification of its own.

## Deliberately not alerted on

- Thanos bucket web has no alert of its own: nothing depends on it, and \`TargetDown\` covers it.
- Applications and other namespaces: alerts about pods, claims and volumes cover only the namespaces of the stack.
- The control plane beyond "the API server answers": its operators have better signals.
- Capacity of the object store: Thanos cannot see it.

## Alerts

Thresholds are numbers of the expression that a cluster can set, by [\`alerts\`](../cluster-yaml.md#alerts) of its cluster.yaml.

`

/** One row of the table. */
interface Row {
  name: string
  severities: string[]
  fors: string[]
  thresholds: string[]
  summary: string
}

/** The text of docs/runbooks/README.md: the severities, and all alerts of all modes by subject. */
export function runbookIndex(): string {
  const subjects = [...Object.entries(alertsBySubject), ['global', globalAlerts] as const]
  const sections = subjects.map(([subject, alerts]) => {
    const rows = merged(Object.values(examples).flatMap((active) => alerts(active)))
    return `### ${subject}\n\n${markdownTable(['alert', 'severity', 'for', 'thresholds', 'summary'], rows.map(cells))}\n`
  })
  return introduction + sections.join('\n')
}

/** Rules with the same name share one row. */
function merged(alerts: readonly Alert[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { name, severity, for: duration, summary, thresholds = {} } of alerts) {
    const row = rows.get(name) ?? {
      ...{ name, severities: [], fors: [], summary: readable(wordsIn(summary, thresholds)) },
      thresholds: Object.entries(thresholds).map(([key, { shipped }]) => `\`${key}\` ${shipped}`),
    }
    if (!row.severities.includes(severity)) row.severities.push(severity)
    if (!row.fors.includes(duration)) row.fors.push(duration)
    rows.set(name, row)
  }
  return [...rows.values()]
}

function cells({ name, severities, fors, thresholds, summary }: Row): string[] {
  return [`[${name}](${name}.md)`, severities.join(', '), fors.map(after).join(', '), thresholds.join(', '), summary]
}

function after(duration: string): string {
  return duration === '0s' ? 'immediate' : duration
}

/** A template as a sentence: `{{ $labels.pod }}` is `<pod>`. */
function readable(summary: string): string {
  return summary.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, '`$1`')
}
