import type { AlertmanagerSpec } from '../spec.ts'
import { statefulOf } from './workloads.ts'

/** Two clustered replicas, and one webhook whose URL is in a Secret. */
export const productionAlertmanager: AlertmanagerSpec = {
  ...statefulOf(2, { cpu: '50m', memory: ['64Mi', '256Mi'] }, '1Gi'),
  retention: '120h',
  receivers: [{ name: 'default', webhook: { urlSecret: { name: 'alertmanager-receivers', key: 'url' } } }],
  defaultReceiver: 'default',
  routes: [],
  timeIntervals: [],
  inhibitRules: [],
  groupBy: ['alertname', 'cluster', 'service'],
  groupWait: '30s',
  groupInterval: '5m',
  repeatInterval: '4h',
}
