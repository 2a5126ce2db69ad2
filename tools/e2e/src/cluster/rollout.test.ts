import type { Rollout } from '@thanos-fleet/kube-client'
import { expect, it } from 'vitest'
import { notRolledOut } from './rollout.ts'

it('takes a stack without its workloads for none that is Ready', () => {
  expect(notRolledOut([], ['prometheus', 'thanos-query'])).toEqual([
    'prometheus is not there',
    'thanos-query is not there',
  ])
})

it('is content when every workload is there with what was applied last', () => {
  expect(notRolledOut([rollout({})], ['thanos-query'])).toEqual([])
})

it.each([{ ready: 1 }, { updated: 1 }, { all: 3 }, { observed: false }])('waits for a workload with %o', (of) => {
  expect(notRolledOut([rollout(of)], ['thanos-query'])).toHaveLength(1)
})

function rollout(of: Partial<Rollout>): Rollout {
  return {
    kind: 'Deployment',
    namespace: 'thanos',
    name: 'thanos-query',
    component: 'thanos-query',
    observed: true,
    containers: [],
    replicas: 2,
    ready: 2,
    updated: 2,
    all: 2,
    ...of,
  }
}
