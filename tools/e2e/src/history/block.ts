import { z } from 'zod'
import type { Labels } from './samples.ts'

/** A block of the bucket, as its `meta.json` tells. */
export interface Block {
  id: string
  /** Unix milliseconds of its first sample, and the one after its last. */
  from: number
  to: number
  /** How often it was compacted; 1 is as a producer made it. */
  level: number
  /** Milliseconds between two samples; 0 is raw. */
  resolution: number
  /** The external labels of who made it. */
  labels: Labels
}

const meta = z.object({
  ulid: z.string(),
  minTime: z.number(),
  maxTime: z.number(),
  compaction: z.object({ level: z.number() }),
  thanos: z.object({ labels: z.record(z.string(), z.string()), downsample: z.object({ resolution: z.number() }) }),
})

/** Reads a `meta.json`. @throws ZodError when it is none */
export function blockOf(value: unknown): Block {
  const {
    ulid: id,
    minTime: from,
    maxTime: to,
    compaction: { level },
    thanos: {
      labels,
      downsample: { resolution },
    },
  } = meta.parse(value)
  return { id, from, to, level, resolution, labels }
}

/** Reads what `thanos tools bucket ls --output=json` prints: one `meta.json` after the other, indented. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/^(?=\{$)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => blockOf(JSON.parse(part)))
}

/** Whether a block is of the producer, that is, has exactly these labels. */
export function isOf(labels: Labels): (block: Block) => boolean {
  const wanted = textOf(labels)
  return (block) => textOf(block.labels) === wanted
}

function textOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
