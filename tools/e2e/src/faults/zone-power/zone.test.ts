import { expect, it } from 'vitest'
import { zoneToTake } from './zone.ts'

const nodes = ['a', 'b', 'c', 'a', 'b', 'c'].map((zone, index) => ({ name: `node-${index + 1}`, zone }))

it('takes a zone of which every node can be spared', () => {
  expect(zoneToTake(nodes, ['node-2', 'node-3', 'node-4', 'node-5', 'node-6'])).toEqual({
    zone: 'c',
    nodes: ['node-3', 'node-6'],
  })
  expect(zoneToTake(nodes, ['node-2', 'node-3', 'node-4', 'node-5'])).toEqual({
    zone: 'b',
    nodes: ['node-2', 'node-5'],
  })
})

it('takes none of which one node is needed', () => {
  expect(() => zoneToTake(nodes, ['node-2', 'node-3', 'node-4'])).toThrow('no zone can be spared')
})
