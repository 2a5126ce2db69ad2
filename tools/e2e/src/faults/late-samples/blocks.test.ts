import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { expect, it } from 'vitest'
import type { Block } from '../../history/block.ts'
import { lateTimes, ofIngestors } from './blocks.ts'

const block = (id: string, level: number, labels = {}): Block => ({
  id,
  level,
  labels,
  from: 0,
  to: 1,
  resolution: 0,
})

it('takes times of the past, in order, and none beyond the span', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 7)
  const times = lateTimes(now, 3, 2)
  expect(times.map((time) => new Date(time).toISOString().slice(11, 19))).toEqual([
    '11:57:00',
    '11:57:15',
    '11:57:30',
    '11:57:45',
  ])
})

it('looks at blocks of ingestors and of the own tenant only', () => {
  const { spec } = exampleCluster('receive-mode')
  const labels = { receive_replica: 'thanos-receive-ingestor-0', tenant_id: spec.receive.tenant }
  const own = ofIngestors(spec)
  expect(own(block('a', 1, labels))).toBe(true)
  expect(own(block('a', 1, { ...labels, tenant_id: 'shop' }))).toBe(false)
  expect(own(block('a', 1, { ...labels, receive_replica: 'history-1' }))).toBe(false)
})
