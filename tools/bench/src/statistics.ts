/** Several measurements of one thing. */
export interface Sample {
  median: number
  least: number
  most: number
}

/** @throws RangeError without values */
export function sample(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b)
  const [least] = sorted
  const most = sorted.at(-1)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (least === undefined || most === undefined || upper === undefined || lower === undefined) {
    throw new RangeError('no measurements')
  }
  return { median: (lower + upper) / 2, least, most }
}

/**
 * How many times as long one thing took as another, round by round: both of a round met the same machine, so that its
 * other work does not count.
 *
 * @throws RangeError unless both have the same number of rounds, at least one
 */
export function ratios(values: readonly number[], others: readonly number[]): Sample {
  if (values.length !== others.length) throw new RangeError('not measured side by side')
  return sample(values.map((value, round) => value / (others[round] ?? Number.NaN)))
}
