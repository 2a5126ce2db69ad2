import { expect, it } from 'vitest'
import { blockOf, blocksOf, isOf } from './block.ts'

const meta = (ulid: string, labels: Record<string, string>) => ({
  ulid,
  minTime: 1000,
  maxTime: 2000,
  stats: { numSamples: 1 },
  compaction: { level: 2, sources: [ulid] },
  version: 1,
  thanos: { labels, downsample: { resolution: 300_000 }, source: 'compactor', files: [{ rel_path: 'index' }] },
})

it('reads several metas after each other', () => {
  const text = ['A', 'B'].map((id) => JSON.stringify(meta(id, { a: 'x' }), null, '\t')).join('\n') + '\n'
  expect(blocksOf(text)).toEqual(
    ['A', 'B'].map((id) => ({
      id,
      from: 1000,
      to: 2000,
      level: 2,
      resolution: 300_000,
      labels: { a: 'x' },
    })),
  )
  expect(blocksOf('')).toEqual([])
})

it('tells blocks of one producer by all of its labels, whatever their order', () => {
  const block = blockOf(meta('A', { b: 'y', a: 'x' }))
  expect(isOf({ a: 'x', b: 'y' })(block)).toBe(true)
  expect(isOf({ a: 'x' })(block)).toBe(false)
  expect(isOf({ a: 'x', b: 'z' })(block)).toBe(false)
})
