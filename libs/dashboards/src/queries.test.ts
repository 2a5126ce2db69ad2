import { expect, test } from 'vitest'
import { queries, substitute } from './queries.ts'

const dashboard = JSON.stringify({
  panels: [
    { type: 'row', title: 'Heading', panels: [] },
    { title: 'First', targets: [{ expr: 'up' }, { expr: 'rate(a[$__rate_interval])' }] },
    { title: 'Second', targets: [{ rawSql: 'select 1' }] },
  ],
})

test('queries come with the title of their panel; what is not PromQL is not a query', () => {
  expect(queries(dashboard)).toEqual([
    { panel: 'First', expr: 'up' },
    { panel: 'First', expr: 'rate(a[$__rate_interval])' },
  ])
})

test('variables are replaced in both spellings', () => {
  const values = { variables: { cluster: 'a', node: 'b' }, rateInterval: '5m' }
  expect(substitute('rate(x{c="$cluster", n="${node}"}[$__rate_interval])', values)).toBe('rate(x{c="a", n="b"}[5m])')
})

test('a variable without a value is refused', () => {
  expect(() => substitute('x{c="$clutser"}', { variables: { cluster: 'a' }, rateInterval: '5m' })).toThrow('$clutser')
})
