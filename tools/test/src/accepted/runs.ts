/** One cluster takes as long as ten of the other random inputs, and longer: all programs are started on it. */
const inputsPerCluster = 10

/** How many random clusters are validated and their seed, by what `npm run test:nightly` says; see ../nightly.ts. */
export function runs(): { clusters: number; seed: number } {
  const { FUZZ_RUNS: inputs, FUZZ_SEED: seed } = process.env
  return { clusters: inputs === undefined ? 4 : Math.ceil(Number(inputs) / inputsPerCluster), seed: Number(seed ?? 1) }
}
