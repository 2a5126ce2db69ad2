/**
 * How many letters must be inserted, removed, changed or swapped with their neighbour (optimal string alignment).
 * Words whose lengths differ by more than `limit` are not compared: the answer is then `limit + 1`.
 */
export function distance(from: string, to: string, limit = Infinity): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1]
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      next.push(
        Math.min(
          at(row, j - 1) + (same ? 0 : 1),
          at(row, j) + 1,
          at(next, j - 1) + 1,
          swapped ? at(before, j - 2) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return at(row, to.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}

/**
 * The known word that was most likely meant, or undefined if none is near. Letter case is ignored, and a third of the
 * letters may differ.
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: { word: string; distance: number } | undefined
  for (const candidate of known) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase(), limit)
    if (far <= limit && (best === undefined || far < best.distance)) best = { word: candidate, distance: far }
  }
  return best?.word
}

/**
 * The remedy for a word that is not known.
 * @param otherwise what to do where no known word is near
 */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const meant = suggest(word, known)
  return meant === undefined ? otherwise : `did you mean "${meant}"?`
}
