import { expect, test } from 'vitest'
import { hits, inCluster, quantileBy, rate, rateShare, share, stack, sumBy, sumOfRates } from './promql.ts'

test('the stack is chosen by cluster, namespace and job; what a cluster has once is not bound to a namespace', () => {
  expect(stack('thanos-store', 'code="500"')).toBe(
    '{cluster="$cluster", namespace="$namespace", job="thanos-store", code="500"}',
  )
  expect(inCluster('kubelet')).toBe('{cluster="$cluster", job="kubelet"}')
})

test('sums are taken of rates, never the other way round', () => {
  expect(sumBy(['pod'], rate('x_total', '{a="b"}'))).toBe('sum by (pod) (rate(x_total{a="b"}[$__rate_interval]))')
  expect(sumBy([], 'x')).toBe('sum(x)')
  expect(sumOfRates([], ['a', '{}'], ['b', '{}'])).toBe(
    'sum(rate(a{}[$__rate_interval])) + sum(rate(b{}[$__rate_interval]))',
  )
})

test('a quantile keeps the bound of the buckets', () => {
  expect(quantileBy(0.99, ['job'], 'x', '{}')).toBe(
    'histogram_quantile(0.99, sum by (job, le) (rate(x_bucket{}[$__rate_interval])))',
  )
})

test('a share is zero where nothing went wrong, and missing where nothing happened', () => {
  expect(share('bad', 'all')).toBe('(bad or all * 0) / (all > 0)')
  const bad = 'sum by (pod) (rate(b{}[$__rate_interval]))'
  const all = 'sum by (pod) (rate(a{}[$__rate_interval]))'
  expect(rateShare(['pod'], ['b', '{}'], ['a', '{}'])).toBe(`(${bad} or ${all} * 0) / (${all} > 0)`)
  expect(hits('b', 'a', 'pod', '{}')).toBe(rateShare(['pod'], ['b', '{}'], ['a', '{}']))
})
