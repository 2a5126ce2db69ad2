import { type ClusterSpec, completeDefaults } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import type { Last } from '../files/last.ts'
import { isReplicasState, refuseWithoutHandover, replicasState } from './autoscaling-handover.ts'

const base = completeDefaults('receive-mode', 'x')
const numbers = { minReplicas: 3, maxReplicas: 6, cpuPercent: 70 }
const sections = ['query', 'queryFrontend', 'receive.router']

/** The cluster with autoscaling of every Deployment that can have it. */
function scaled(autoscaling: ClusterSpec['query']['autoscaling']): ClusterSpec {
  const { query, queryFrontend, receive } = base
  return {
    ...base,
    query: { ...query, autoscaling },
    queryFrontend: queryFrontend === null ? null : { ...queryFrontend, autoscaling },
    receive: { ...receive, router: { ...receive.router, autoscaling } },
  }
}

const said = (replicas?: unknown): Last => ({ kind: 'said', state: replicas === undefined ? {} : { replicas } })
const refused = (last: Last, spec: ClusterSpec) => refuseWithoutHandover(last, spec).map(({ path }) => path.join('.'))

describe('an autoscaler of a running Deployment', () => {
  it('is switched on only once the replicas have another owner, whichever Deployment it is', () => {
    const before = said(replicasState(scaled(null)))
    expect(refused(before, scaled(numbers))).toEqual(sections.map((section) => `${section}.autoscaling`))
    expect(refused(before, scaled({ ...numbers, handover: 'done' }))).toEqual([])
  })

  it('stays on when the acknowledgement is removed, and may be switched off', () => {
    const before = said(replicasState(scaled({ ...numbers, handover: 'done' })))
    expect(refused(before, scaled(numbers))).toEqual([])
    expect(refused(before, scaled(null))).toEqual([])
  })

  it('needs no handover where the Deployment is new', () => {
    expect(refused({ kind: 'never' }, scaled(numbers))).toEqual([])
    const without = said(replicasState({ ...scaled(null), mode: 'sidecar-mode', queryFrontend: null }))
    expect(refused(without, scaled(numbers))).toEqual(['query.autoscaling'])
  })

  it('is taken as it is where an earlier version did not say what the cluster had', () => {
    expect(refused(said(), scaled(numbers))).toEqual([])
  })
})

it('a remembered value that no cluster can have is recognized', () => {
  expect([undefined, {}, replicasState(scaled(numbers))].map(isReplicasState)).toEqual([true, true, true])
  expect([null, 'fixed', ['fixed'], { query: 'off' }].map(isReplicasState)).toEqual([false, false, false, false])
})
