/** Milliseconds. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** A span of time, from its first millisecond to before its last. */
export interface Span {
  from: number
  to: number
}

/** A span of history and how it is cut into blocks: as Prometheus cuts them (2h), or one for all of it. */
export interface Chunk extends Span {
  cut: '2h' | 'whole'
}

export interface HistoryPlan {
  /** What becomes one block of each resolution: Compact's highest level, 14 days. */
  compacted: Span
  /** Everything that is younger than any retention. */
  kept: Chunk[]
  /** Older than raw data is kept, younger than 5m data is: two days, which Compact downsamples before it drops them. */
  beyondRaw: Chunk
  /** Older than anything is kept. */
  beyondAll: Chunk
}

/** Days after which each resolution is deleted. */
export interface Retention {
  raw: number
  fiveMinutes: number
  oneHour: number
}

/** Compact merges blocks within spans of 2h, 8h, 2d and 14d since 1970. Source: cmd/thanos/compact.go, `compactions` */
const highestLevel = 14 * day

/** The oldest two days come in blocks of 2h, which go up all levels; all others as blocks of 2d, to save time. */
const smallBlocks = 2 * day

/**
 * History which Compact turns into everything it can make. Compact leaves the newest block alone and fills a span only
 * when a block after it exists, hence two blocks follow the 14 days; both are longer than the 40 h from which 5m data is
 * made, so that blocks of 5m reach 14 days as well, whenever Compact looks at a bucket that is still being filled.
 * @param now Unix milliseconds
 * @throws Error when the retention leaves no room to show what it deletes
 */
export function planOf(now: number, retention: Retention): HistoryPlan {
  const end = Math.floor((now - 2 * smallBlocks) / highestLevel) * highestLevel
  const compacted = { from: end - highestLevel, to: end }
  const afterRaw = Math.floor((retention.raw + retention.fiveMinutes) / 2)
  const afterAll = Math.max(retention.raw, retention.fiveMinutes, retention.oneHour) + 40
  if (retention.raw === 0 || retention.fiveMinutes < retention.raw + 6)
    throw new Error('raw data must be deleted first, and some days before that of 5m')
  if ((now - compacted.from) / day > retention.raw - 2)
    throw new Error('the history would be deleted: raw data must be kept for 34 days at least')
  const today = Math.floor(now / day) * day
  return {
    compacted,
    kept: [
      { from: compacted.from, to: compacted.from + smallBlocks, cut: '2h' },
      ...spansOf(compacted.from + smallBlocks, end + 2 * smallBlocks, smallBlocks).map((span): Chunk => ({
        ...span,
        cut: 'whole',
      })),
    ],
    beyondRaw: { from: today - afterRaw * day, to: today - afterRaw * day + smallBlocks, cut: 'whole' },
    beyondAll: { from: today - afterAll * day, to: today - afterAll * day + 2 * hour, cut: 'whole' },
  }
}

/** From the first to the last chunk that is kept. */
export function keptSpan({ kept }: HistoryPlan): Span {
  return { from: Math.min(...kept.map(({ from }) => from)), to: Math.max(...kept.map(({ to }) => to)) }
}

/** Spans of equal length. */
export function spansOf(from: number, to: number, length: number): Span[] {
  return Array.from({ length: Math.floor((to - from) / length) }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
  }))
}
