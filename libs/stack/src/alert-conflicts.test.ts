import { type ClusterSpec, completeDefaults, modes } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { alertConflicts } from './alert-conflicts.ts'
import { extraConflicts } from './extra-conflicts.ts'

const spec = completeDefaults('sidecar-mode', 'test')
const check = (alerts: ClusterSpec['alerts'], own = true) =>
  alertConflicts({ ...spec, alerts }, () => own).map(({ code, remedy }) => `${code}: ${remedy}`)

describe('settings of alerts', () => {
  it('are taken for every alert of a cluster', () => {
    expect(check({ NodeExporterDown: false, ThanosStoreDown: { for: '1h' } })).toEqual([])
  })

  it('are refused for alerts that nobody has, with the one that is meant', () => {
    expect(check({ NodeExporterDwon: false })).toEqual(['unknown-alert: did you mean "NodeExporterDown"?'])
    expect(check({ Mine: false })[0]).toMatch(/^unknown-alert: use the name of an alert in docs/)
    expect(check(Object.fromEntries(['constructor', 'toString'].map((name) => [name, false as const])))).toHaveLength(2)
    expect(check({ NodeExporterDwon: false }, false)).toHaveLength(1)
  })

  it('are refused for alerts that only other clusters have, unless the fleet speaks of them', () => {
    const alerts = { ThanosReceiveQuorumLost: false } as const
    expect(check(alerts)).toEqual(['unknown-alert: remove the line'])
    expect(check(alerts, false)).toEqual([])
    const without = { ...spec, nodeExporter: null, alerts: { NodeExporterDown: false } as const }
    expect(alertConflicts(without, () => true)).toHaveLength(1)
  })

  it('may set thresholds that the alert has, to values of their kind', () => {
    const of = (name: string, thresholds: Record<string, number | '2h'>) => check({ [name]: { thresholds } })
    expect(of('NodeMemoryShort', { used: 0.97 })).toEqual([])
    expect(of('ThanosSidecarNoUploads', { age: '2h' })).toEqual([])
    expect(of('NodeMemoryShort', { use: 0.97 })).toEqual(['unknown-threshold: did you mean "used"?'])
    expect(of('ThanosCompactHalted', { errors: 1 })[0]).toMatch(/^unknown-threshold: none of its numbers/)
    expect(of('NodeMemoryShort', { used: 97 })).toEqual(['bad-threshold: it is shipped as 0.93'])
    expect(of('ThanosSidecarNoUploads', { age: 2 })).toEqual(['bad-threshold: it is shipped as 3h'])
  })

  it('cannot replace the labels by which an alert tells its rules apart', () => {
    expect(check({ ThanosStoreDown: { labels: { job: 'x', team: 'y' } } })).toEqual([
      'reserved-label: use another name',
    ])
  })
})

it.each(modes)('an alert that is switched off may be taken over by a file of rules, %s', (mode) => {
  const rule = '{ alert: PrometheusDown, expr: vector(1), labels: { severity: critical } }'
  const rules = [{ path: 'rules/a.yaml', text: `groups: [{ name: mine, rules: [${rule}] }]` }]
  const plain = completeDefaults(mode, 'test')
  const conflicts = (alerts: ClusterSpec['alerts']) =>
    extraConflicts({ ...plain, alerts, extra: { ...plain.extra, rules } }).length
  expect(conflicts({})).toBe(1)
  expect(conflicts({ PrometheusDown: false })).toBe(0)
})
