import { completeDefaults } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { dnsInterval, preStopSeconds, storeApiSeconds } from './graceful-shutdown.ts'
import { podTemplate, users } from './pod.ts'

const spec = completeDefaults('receive-mode', 'test')
const pod = (component: string, componentPods?: number) =>
  podTemplate({
    spec,
    component,
    workload: component,
    settings: spec.query,
    user: users.nobody,
    gracePeriod: 100,
    containers: [{ name: 'main' }, { name: 'reloader' }],
    ...(componentPods === undefined ? {} : { componentPods }),
  }).spec

describe('a pod that is to end', () => {
  it('serves until Query has asked DNS again, where Query finds it by DNS', () => {
    for (const component of ['thanos-store', 'thanos-receive-ingestor'])
      expect(preStopSeconds(spec, component, 2)).toBeGreaterThan(dnsInterval + 30)
    expect(preStopSeconds(completeDefaults('sidecar-mode', 'test'), 'prometheus', 3)).toBeGreaterThan(dnsInterval + 30)
  })

  it('serves until its Service has forgotten it, where others ask the Service', () => {
    for (const component of ['thanos-query', 'thanos-query-frontend', 'thanos-receive-router'])
      expect(preStopSeconds(spec, component, 2)).toBe(10)
  })

  it('ends at once where nobody asks, or nobody could take over', () => {
    expect(preStopSeconds(spec, 'thanos-compact', 2)).toBe(0)
    expect(preStopSeconds(spec, 'thanos-query', 1)).toBe(0)
    expect(pod('thanos-query')?.containers[0]).not.toHaveProperty('lifecycle')
  })

  it('serves as long in all steps of a move in which it is there, or pods would be replaced for a way that is opened', () => {
    const at = (step: 'receivers' | 'read-both' | 'read-receive' | 'receive-only', component: string) =>
      preStopSeconds(
        { ...completeDefaults('sidecar-mode', 'test'), migration: { to: 'receive-mode', step } },
        component,
        3,
      )
    for (const component of ['prometheus', 'thanos-receive-ingestor', 'thanos-receive-router']) {
      expect(at('read-both', component)).toBeGreaterThan(0)
      expect([at('receivers', component), at('read-receive', component)]).toEqual([
        at('read-both', component),
        at('read-both', component),
      ])
    }
    expect(at('receive-only', 'prometheus')).toBe(0)
  })

  it('may finish queries in all steps of a move in which it is there, before Query asks it', () => {
    const moving = completeDefaults('sidecar-mode', 'test')
    const query = { ...moving.query, timeout: '1h' as const }
    for (const step of ['receivers', 'remote-write', 'read-both'] as const) {
      const spec = { ...moving, query, migration: { to: 'receive-mode' as const, step } }
      expect(storeApiSeconds(spec, 'thanos-receive-ingestor')).toBe(3600)
    }
  })

  it('does so in all its containers, and has its whole grace period after that', () => {
    expect(pod('thanos-query', 2)?.containers.map(({ lifecycle }) => lifecycle?.preStop?.sleep?.seconds)).toEqual([
      10, 10,
    ])
    expect(pod('thanos-query', 2)?.terminationGracePeriodSeconds).toBe(110)
  })
})
