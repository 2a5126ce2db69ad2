import { z } from 'zod'
import { duration, durationOrZero, field, textOf } from './primitives.ts'

const alertName = textOf(/^[A-Za-z][A-Za-z0-9]*$/, 128, {
  code: 'bad-name',
  expected: 'the name of an alert',
  remedy: 'write the name as in its notifications and in docs/runbooks: NodeExporterDown',
})

const thresholdName = textOf(/^[a-z][A-Za-z]*$/, 64, {
  code: 'bad-name',
  expected: 'the name of a threshold',
  remedy: 'write the name as in docs/runbooks: errors',
})

const labelTexts = z.record(z.string(), z.string())

const alert = z.strictObject({
  for: field(durationOrZero, 'How long the expression must hold before the alert fires.'),
  severity: field(z.enum(['critical', 'warning', 'info']), 'Its severity, by which Alertmanager may route.'),
  thresholds: field(
    z.record(thresholdName, z.union([z.number().positive(), duration])),
    'Numbers of its expression, by their names in docs/runbooks.',
  ),
  labels: field(labelTexts, 'Further labels, over those of alertLabels.'),
  annotations: field(
    labelTexts,
    'Further annotations, or others in the place of summary, description and runbook_url.',
  ),
})

/** Changes of single alerts: `false` switches one off, `true` leaves it as it is, also where the fleet does not. */
export const alerts = z.record(alertName, z.union([z.boolean(), alert]))

export const alertLabels = labelTexts
