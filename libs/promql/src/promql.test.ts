import { expect, it } from 'vitest'
import { operationsOf } from './operations.ts'
import { selectorsOf } from './selectors.ts'

const matcher = (label: string, operator: string, value: string) => ({ label, operator, value })

it('finds selectors with and without matchers, and series that rules record', () => {
  expect(selectorsOf('sum by (pod) (rate(a_total{job="x", code!="5"}[5m])) / b > level:m:op')).toEqual([
    { metric: 'a_total', matchers: [matcher('job', '=', 'x'), matcher('code', '!=', '5')] },
    { metric: 'b', matchers: [] },
    { metric: 'level:m:op', matchers: [] },
  ])
})

it('takes no function, label, keyword or text for a metric', () => {
  const query = 'label_replace(up{a="b{c}"}, "to", "rate(x{})", "from", "y{}") and on (z) time() # comment{}'
  expect(selectorsOf(query).map(({ metric }) => metric)).toEqual(['up'])
})

it('reads every kind of string', () => {
  const query = String.raw`a{b="1\"}\\",c=~'2\'',d=~${'`'}3\d${'`'}}`
  expect(selectorsOf(query)[0]?.matchers).toEqual([
    matcher('b', '=', '1"}\\'),
    matcher('c', '=~', "2'"),
    matcher('d', '=~', String.raw`3\d`),
  ])
})

it('reads names in quotes, and selectors without a name', () => {
  expect(selectorsOf('{"my.metric", "my.label"="a"} or {job="b"}')).toEqual([
    { metric: 'my.metric', matchers: [matcher('my.label', '=', 'a')] },
    { metric: null, matchers: [matcher('job', '=', 'b')] },
  ])
})

it('accepts variables of Grafana: in strings as they are, and as durations', () => {
  const query = 'rate(a{cluster="[$cluster]"}[$__rate_interval]) + max_over_time(b[${__range}:$step])'
  expect(selectorsOf(query)).toEqual([
    { metric: 'a', matchers: [matcher('cluster', '=', '[$cluster]')] },
    { metric: 'b', matchers: [] },
  ])
})

it.each(['sum(a', 'a{job=x}', 'a b', '', 'rate(a[5m]'])('refuses what is no PromQL: %s', (query) => {
  expect(() => selectorsOf(query)).toThrow(SyntaxError)
})

it('finds operations from the outside to the inside, and their sides without parentheses', () => {
  expect(operationsOf('(sum(a) or (b * 0)) / ((c > 0))')).toEqual([
    { operator: '/', left: 'sum(a) or (b * 0)', right: 'c > 0' },
    { operator: 'or', left: 'sum(a)', right: 'b * 0' },
    { operator: '*', left: 'b', right: '0' },
    { operator: '>', left: 'c', right: '0' },
  ])
})
