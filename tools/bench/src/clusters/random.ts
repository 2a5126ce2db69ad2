/** Random choices that are the same for the same seed on every machine. */
export interface Random {
  /** Whether something that happens in this share of cases (0 to 1) happens now. */
  chance(share: number): boolean
  /** A whole number between two bounds, both included. */
  between(least: number, most: number): number
  /** @throws RangeError for an empty list */
  pick<const Item>(items: readonly Item[]): Item
}

/** @param seed any whole number; near seeds give unrelated sequences */
export function random(seed: number): Random {
  const next = splitMix(seed)
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    chance: (share) => next() < share,
    between,
    pick(items) {
      const [item] = items.slice(between(0, items.length - 1))
      if (item === undefined) throw new RangeError('nothing to choose from')
      return item
    },
  }
}

/** SplitMix32: numbers from 0 up to 1. Source: https://doi.org/10.1145/2714064.2660195 */
function splitMix(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / 2 ** 32
  }
}
