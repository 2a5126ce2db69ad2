import { expect, it } from 'vitest'
import { placedOn, usable } from './nodes.ts'

it('uses nodes that take ordinary pods', () => {
  const node = (name: string, key?: string) => ({
    metadata: { name },
    spec: key === undefined ? {} : { taints: [{ key, effect: 'NoSchedule' }] },
  })
  expect(
    usable([
      node('kind-worker2'),
      node('kind-worker'),
      node('kind-control-plane', 'node-role.kubernetes.io/control-plane'),
      node('kind-worker3', 'node.kubernetes.io/unreachable'),
    ]),
  ).toEqual(['kind-worker', 'kind-worker2', 'kind-worker3'])
})

it('names the nodes of the cluster under test and changes nothing else', () => {
  expect(placedOn(['a', 'b'], 'receive-mode', { query: {} })).toEqual({
    query: {},
    storage: { local: { nodes: ['a', 'b'] } },
  })
  expect(placedOn(['a', 'b'], 'dev-filesystem-objstore', {})).toEqual({ topology: { singleNode: 'a' } })
})
