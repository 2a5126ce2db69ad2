import { expect, it } from 'vitest'
import { headSeries } from './ring.ts'

it('adds up the series of all tenants', () => {
  expect(
    headSeries(
      'prometheus_tsdb_head_series{tenant="a"} 12\nprometheus_tsdb_head_series{tenant="b"} 1e+03\nprometheus_tsdb_head_series_created_total{tenant="a"} 99\n',
    ),
  ).toBe(1012)
})
