import { expect, it } from 'vitest'
import { stateOf } from './state.ts'

const spec = {
  minReplicas: 2,
  maxReplicas: 6,
  scaleTargetRef: { kind: 'Deployment', name: 'thanos-query' },
  metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
}
const condition = (status: string, message: string) => ({ type: 'ScalingActive', status, message })
const current = [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: 12 } } }]
const state = (status: object) =>
  stateOf({ metadata: { name: 'thanos-query' }, spec, status: { desiredReplicas: 3, ...status } })

it('says what the metric is, and of how much', () => {
  expect(state({ currentReplicas: 3, currentMetrics: current, conditions: [condition('True', 'fine')] })).toEqual({
    text: 'thanos-query: cpu 12% of 80%, 3 pods of 2 to 6',
    problem: null,
  })
})

it('takes one without a metric for one that does not scale, and says why', () => {
  expect(state({ conditions: [condition('False', 'missing request for cpu')] }).problem).toBe(
    'thanos-query: missing request for cpu',
  )
  expect(state({ conditions: [condition('True', 'fine')] }).problem).toBe('thanos-query: has no value yet')
  expect(state({}).problem).toBe('thanos-query: has not looked yet')
})
