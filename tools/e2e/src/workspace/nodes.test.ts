import { expect, it } from 'vitest'
import { placementOn, usable } from './nodes.ts'

const zoneLabel = 'topology.kubernetes.io/zone'

it('uses nodes that take ordinary pods', () => {
  const node = (name: string, key?: string) => ({
    metadata: { name, labels: { [zoneLabel]: `zone of ${name}` } },
    spec: key === undefined ? {} : { taints: [{ key, effect: 'NoSchedule' }] },
  })
  expect(
    usable([
      node('kind-worker2'),
      node('kind-worker'),
      node('kind-control-plane', 'node-role.kubernetes.io/control-plane'),
      node('kind-worker3', 'node.kubernetes.io/unreachable'),
    ]),
  ).toEqual([
    { name: 'kind-worker', zone: 'zone of kind-worker' },
    { name: 'kind-worker2', zone: 'zone of kind-worker2' },
    { name: 'kind-worker3', zone: 'zone of kind-worker3' },
  ])
})

it('names the nodes of the cluster under test, and the zones where pods are bound to one', () => {
  const nodes = [
    { name: 'a', zone: 'x' },
    { name: 'b', zone: 'y' },
    { name: 'c', zone: 'x' },
  ]
  expect(placementOn(nodes, 'receive-mode')).toEqual({ storage: { local: { nodes: ['a', 'b', 'c'] } } })
  expect(placementOn(nodes, 'dev-filesystem-objstore')).toEqual({ topology: { singleNode: 'a' } })
  expect(placementOn(nodes, 'everything')).toEqual({
    storage: { local: { nodes: ['a', 'b', 'c'], zones: { x: ['a', 'c'], y: ['b'] } } },
  })
})
