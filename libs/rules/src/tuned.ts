import type { Active } from './active.ts'
import type { AlertingRule } from './rule-file.ts'

/** An alert as a cluster wants it: none if it is switched off, and with the labels that all alerts shall have. */
export function tuned(rule: AlertingRule, { alerts = {}, alertLabels = {} }: Active): AlertingRule[] {
  const tuning = (Object.hasOwn(alerts, rule.alert) ? alerts[rule.alert] : undefined) ?? {}
  if (tuning === false) return []
  const { for: shipped, keep_firing_for: keep, labels, annotations, alert, expr } = rule
  const pending = tuning.for === undefined ? shipped : /^0+\D/.test(tuning.for) ? undefined : tuning.for
  return [
    {
      alert,
      expr,
      ...(pending === undefined ? {} : { for: pending }),
      ...(keep === undefined ? {} : { keep_firing_for: keep }),
      // Those of the alert itself tell its rules apart.
      labels: {
        ...alertLabels,
        ...tuning.labels,
        ...labels,
        ...(tuning.severity === undefined ? {} : { severity: tuning.severity }),
      },
      annotations: { ...annotations, ...tuning.annotations },
    },
  ]
}
