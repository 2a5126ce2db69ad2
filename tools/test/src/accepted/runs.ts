/**
 * How many random clusters are made and their seed, by what `npm run test:nightly` says (see ../nightly.ts); without it,
 * as many as `npm test` has time for, of a seed that is always the same.
 * @param few in `npm test`
 */
export function runs(few: number): { clusters: number; seed: number } {
  const { RANDOM_CLUSTERS: clusters = few, RANDOM_SEED: seed = 1 } = process.env
  return { clusters: Number(clusters), seed: Number(seed) }
}
