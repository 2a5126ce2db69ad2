import { expect, it } from 'vitest'
import { ringSize } from './effects.ts'

it('counts the ingestors of all hashrings that a router knows', () => {
  expect(
    ringSize(
      '# TYPE thanos_receive_hashring_nodes gauge\nthanos_receive_hashring_nodes{name="bank"} 3\nthanos_receive_hashring_nodes{name="default"} 4\nthanos_receive_hashring_tenants{name="default"} 9\n',
    ),
  ).toBe(7)
  expect(ringSize('')).toBe(0)
})
