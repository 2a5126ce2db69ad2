import { expect, it } from 'vitest'
import { firings, type Notification, replicaLabelsIn } from './notifications.ts'

const id = { alertname: 'E2eAlert', name: 'x' }
const message = (time: number, status: 'firing' | 'resolved', labels: Record<string, string>): Notification => ({
  time,
  receiver: 'webhook',
  alerts: [
    { status, labels },
    { status: 'firing', labels: { alertname: 'Watchdog' } },
  ],
})

it('counts messages that say that the alert fires: not those of its end, of others or of the same rule with another name', () => {
  const all = [
    message(30, 'firing', id),
    message(10, 'firing', id),
    message(40, 'resolved', id),
    message(20, 'firing', { ...id, name: 'y' }),
    message(20, 'firing', { ...id, alertname: 'E2eGlobalAlert' }),
  ]
  expect(firings(all, id)).toEqual([10, 30])
})

it('finds labels that tell senders apart', () => {
  expect(
    replicaLabelsIn([message(1, 'firing', { ...id, prometheus_replica: 'prometheus-0', region: 'a' })], id),
  ).toEqual(['prometheus_replica'])
  expect(replicaLabelsIn([message(1, 'firing', { alertname: 'Other', name: 'x', rule_replica: 'a' })], id)).toEqual([])
})
