import type { ActiveParts } from '../active.ts'
import type { Group } from '../definition.ts'
import { sel } from '../jobs.ts'

/**
 * What Thanos Rule evaluates: that all Prometheus are gone can be told only by somebody else. In receive-mode their
 * last samples stay visible for five minutes, in sidecar-mode their StoreAPIs vanish with them; both are covered.
 */
export function globalAlerts({ prometheusReplicas }: ActiveParts): Group[] {
  return [{
    name: 'global',
    alerts: [{
      name: 'PrometheusAllGone', severity: 'critical', for: '5m',
      expr: `absent(up${sel('prometheus')} == 1)`,
      summary: 'No Prometheus reports',
      description: `Thanos Rule sees no fresh data of any of ${prometheusReplicas} Prometheus. Nothing is recorded, and no alert but those of Thanos Rule can fire.`,
    }],
  }]
}
