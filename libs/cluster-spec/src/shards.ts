import type { CompactSpec } from './spec.ts'

type Shard = NonNullable<CompactSpec['shards']>[number]

/** Whether a shard takes every block that no other shard of its cluster names. */
export function isRest({ values }: Shard): boolean {
  return values.length === 0
}

/** Whether some compactor takes whatever no other takes, so that no block is left without one. */
export function takesEveryBlock({ shards }: Pick<CompactSpec, 'shards'>): boolean {
  return shards === null || shards.some(isRest)
}
