import { test } from 'vitest'
import { lawHolds } from './testing/law.ts'
import { layers } from './testing/states.ts'

const pairs = Number(process.env['RANDOM_PAIRS'] ?? 2_000)
const seed = Number(process.env['RANDOM_SEED'] ?? 20_260_101)
const chains = Math.ceil(pairs / 20)
const timeLimit = 600_000 + pairs * 100

test(
  `build(overlay(base, desired)) = desired, for ${pairs} random pairs of seed ${seed}`,
  async () => {
    await lawHolds(layers(1), seed, pairs)
  },
  timeLimit,
)

test(
  `the same for overlays of overlays, ${chains} random chains of seed ${seed}`,
  async () => {
    await lawHolds(layers(2), seed, chains)
  },
  timeLimit,
)
