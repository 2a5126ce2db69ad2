import type { Duration } from '@thanos-fleet/kubernetes'

/** What differs from how an alert is shipped. */
export interface AlertSettings {
  for?: Duration
  severity?: 'critical' | 'warning' | 'info'
  /** Numbers of its expression, by their names in docs/runbooks. */
  thresholds?: Record<string, number | Duration>
  labels?: Record<string, string>
  annotations?: Record<string, string>
}
