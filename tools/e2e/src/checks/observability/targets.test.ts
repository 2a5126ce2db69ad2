import { expect, it } from 'vitest'
import { problemsOf, type Target } from './targets.ts'

const target = (pool: string, pod: string | null, problem: string | null = null): Target => ({
  pool,
  pod,
  url: `http://${pool}/metrics`,
  problem,
})

it('finds nothing wrong where every stated pod is a target and up', () => {
  expect(
    problemsOf(
      new Map([
        ['a', new Set(['a-0', 'a-1'])],
        ['extra', null],
      ]),
      { pools: ['a', 'extra'], targets: [target('a', 'a-0'), target('a', 'a-1'), target('extra', null)] },
    ),
  ).toEqual([])
})

it('names pods that are no targets, jobs without any, stated or not, and targets that are down', () => {
  const wanted = new Map<string, Set<string> | null>([
    ['a', new Set(['a-0', 'a-1'])],
    ['b', new Set(['b-0'])],
    ['extra', null],
  ])
  expect(
    problemsOf(wanted, {
      pools: ['a', 'b', 'extra', 'kubelet'],
      targets: [target('a', 'a-0', 'down connection refused')],
    }),
  ).toEqual([
    'a has no target at a-1',
    'b has no target',
    'extra has no target',
    'kubelet has no target',
    'a a-0: down connection refused',
  ])
})
